using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Models.Output;
using QnA.Models.Passages;
using QnA.Text;

namespace QnA.Models.Tests.Doubles;

/// <summary>Two articles as a search finds them, numbered 1 and 2.</summary>
internal static class Harbour
{
    public static readonly string[] Bridge =
    [
        "The council approved the repair of the swing bridge by 19 votes to four.",                             // 1.1
        "The work will cost €2.3 million and is to begin on Monday, 3 March 2025.",                             // 1.2
        "“The bridge is safe for cars, but it cannot turn,” said engineer Petra Sandoval.",                     // 1.3
        "The bridge was opened on 3 June 1911 and is 74 metres long.",                                          // 1.4
        "It carries approx. 11,400 vehicles on a working day.",                                                 // 1.5
        "Berthing fees did not improve the harbour’s income.",                                                  // 1.6
        "Tobias Renn defeated Ingrid Calloway in the vote on the budget.",                                      // 1.7
        "A fixed bridge may be cheaper to maintain over 40 years.",                                             // 1.8
        "Some 1,500,000 passengers, 12.5% more than in 2023, used the ferries in 2024.",                        // 1.9
        "The mayor has reportedly refused to sign the contract with Castell Marine.",                           // 1.10
    ];

    public static readonly string[] Ferry =
    [
        "The last ferry leaves the quay at 11:30 p.m. in summer.",                                              // 2.1
        "Ticket prices rose from 4 to 6 euros in May 2024.",                                                    // 2.2
        "Calloway said – after a long pause – that “the basin is why this town exists”.",                       // 2.3
        "The ferry was built in Ostrey in 1998 for Nordline.",                                                  // 2.4
        "Dogs are not allowed on deck, but bicycles are free.",                                                 // 2.5
        "Half of the crew voted for the strike.",                                                               // 2.6
    ];

    public static readonly SearchResult Found = Search(
        Of("bridge", "Swing bridge to be repaired", "2025-02-11", Bridge), Of("ferry", "Summer timetable", "2024-05-02", Ferry));

    public static readonly ClaimVerifier Verifier = new(new FixedOptions<AnswerOptions>(new AnswerOptions()));

    public static readonly NumberedPassages Passages = NumberedPassages.Of(Found, 400, 10_000, new LengthCounter());

    public static Article Of(string id, string title, string published, params string[] sentences) =>
        new(id, string.Join(' ', sentences))
        {
            Title = title,
            Published = PublicationDate.TryParse(published, out var date) ? date : null,
            Language = "en",
        };

    public static SearchResult Search(params Article[] articles)
    {
        var passages = articles.Select(a => new RetrievedPassage(a, new Passage(a.Id, a.Text.Span, Sentences(a)), 1)).ToList();
        return new SearchResult
        {
            Passages = passages,
            Sentences = [.. passages.SelectMany(p => p.Passage.Sentences.Select((span, i) => new RankedSentence(p.Article, span, 1.0 / (i + 1))))],
            Confidence = 1,
            ArticleCount = articles.Length,
        };
    }

    /// <summary>What may be sent of a model's output.</summary>
    public static (List<VerifiedClaim> Sent, List<RefusedClaim> Refused, bool SaysNotFound) Judge(string output, string question, IEnumerable<string>? chunks = null)
    {
        var parser = new AnswerParser();
        var claims = new List<ParsedClaim>();
        foreach (var chunk in chunks ?? [output])
        {
            claims.AddRange(parser.Append(chunk));
        }

        claims.AddRange(parser.Complete());
        var (sent, refused) = (new List<VerifiedClaim>(), new List<RefusedClaim>());
        foreach (var claim in claims)
        {
            if (Verifier.TryVerify(Passages.Resolve(claim), new StandaloneQuestion(question), out var verified, out var no))
            {
                sent.Add(verified);
            }
            else
            {
                refused.Add(no);
            }
        }

        return (sent, refused, parser.SaysNotFound);
    }

    private static List<TextSpan> Sentences(Article article)
    {
        var spans = new List<TextSpan>();
        var all = article.Id == "bridge" ? Bridge : article.Id == "ferry" ? Ferry : [article.Text.Value];
        var start = 0;
        foreach (var sentence in all)
        {
            spans.Add(new TextSpan(start, start + sentence.Length));
            start += sentence.Length + 1;
        }

        return spans;
    }
}

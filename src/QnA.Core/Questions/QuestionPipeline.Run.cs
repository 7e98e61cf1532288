using QnA.Core.Answers;
using QnA.Core.Conflicts;
using QnA.Core.Retrieval;
using QnA.Core.Usage;
using QnA.Core.Verification;

namespace QnA.Core.Questions;

public sealed partial class QuestionPipeline
{
    /// <summary>What is known of one question on its way: what it became, what was found, what was sent and how long it took.</summary>
    private sealed class Run(Question question, string model, UsageLog usage, TimeProvider time)
    {
        private const string NotFoundText = "I did not find this in the articles.";

        private readonly AnswerComposer _composer = new();
        private readonly List<RefusedClaim> _refused = [];
        private readonly long _started = time.GetTimestamp();
        private SearchResult? _found;
        private TimeSpan _rewrite;
        private TimeSpan _search;
        private TimeSpan _firstClaim;
        private DraftEnd _end = new(model);

        public Question Question => question;

        public StandaloneQuestion Standalone { get; private set; } = new(question.Text) { Filter = question.Filter, Reader = question.Reader };

        public void Rewritten(StandaloneQuestion standalone)
        {
            Standalone = standalone with { Filter = question.Filter, Reader = question.Reader };
            _rewrite = Elapsed();
        }

        public void Searched(SearchResult found)
        {
            _found = found;
            _composer.Copies = found.Copies;
            _search = Elapsed() - _rewrite;
        }

        public Claim Verified(VerifiedClaim verified)
        {
            if (_composer.Claims.Count == 0)
            {
                _firstClaim = Elapsed();
            }

            return _composer.Add(verified);
        }

        public void Ended(DraftEnd end) => _end = end;

        public void Refused(RefusedClaim refused) => _refused.Add(refused);

        public Answer NotFound(NotFoundReason reason) => Finish(AnswerStatus.NotFound, NotFoundText) with { Why = reason };

        /// <summary>Fails; what was sent stays in the answer.</summary>
        public Answer Fail(string message) =>
            Finish(AnswerStatus.Error, _composer.Claims.Count == 0 ? message : _composer.Text + "\n\n" + message);

        public Answer Complete(Func<IReadOnlyList<Citation>> nearest)
        {
            if (_composer.Claims.Count > 0)
            {
                return Finish(IsConflict() ? AnswerStatus.Conflict : AnswerStatus.Answered, _composer.Text);
            }

            return NotFound(_end.SaysNotFound || _refused.Count == 0 ? NotFoundReason.NotInPassages(nearest()) : NotFoundReason.NotVerified(nearest()));
        }

        // Two values are a conflict, however an answerer came to them; one that did not look may have written of both without saying so.
        private bool IsConflict() =>
            _composer.Claims.Count(claim => claim.Side is not null) > 1
            || (!_end.HasSoughtConflicts && _composer.Claims.Count > 1 && ConflictFinder.Find(Standalone.Text, _composer.Quoted, maximum: 2).Count > 1);

        private Answer Finish(AnswerStatus status, string text) => new()
        {
            Question = question,
            Standalone = Standalone,
            Status = status,
            Text = text,
            Claims = [.. _composer.Claims],
            Citations = _composer.Citations,
            Confidence = _found?.Confidence ?? 0,
            Retrieved = _found?.Passages ?? [],
            Refused = [.. _refused],
            Model = _end.Model,
            PromptVersion = _end.PromptVersion,
            Usage = usage.Sum(),
            AnsweredAt = time.GetUtcNow(),
            Timings = new AnswerTimings(_rewrite, _search, _firstClaim, Elapsed()),
        };

        private TimeSpan Elapsed() => time.GetElapsedTime(_started);
    }
}

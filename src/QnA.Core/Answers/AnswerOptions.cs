using System.ComponentModel.DataAnnotations;

namespace QnA.Core.Answers;

/// <summary>The settings of the section <c>Answers</c>.</summary>
public sealed class AnswerOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Answers";

    /// <summary>Gets or sets how many quotes an answer shows.</summary>
    /// <value>1 to 10. The default is 3.</value>
    [Range(1, 10)]
    public int MaxQuotes { get; set; } = 3;

    /// <summary>Gets or sets how long a quote may be.</summary>
    /// <value>UTF-16 code units; 50 to 1,000. The default is 400, two or three lines in a chat window.</value>
    /// <remarks>A longer sentence is cut at a clause boundary, never in a word.</remarks>
    [Range(50, 1000)]
    public int MaxQuoteLength { get; set; } = 400;

    /// <summary>Gets or sets the confidence under which an answer is <c>not_found</c>.</summary>
    /// <value>0 (always answer) to 1. The default is 0.5.</value>
    /// <remarks>
    /// A confidence of 0.5 is as likely answered by the articles as not, where six of seven questions are. Measured on questions over
    /// encyclopedia texts in fourteen languages, the default refuses up to 6 % of what articles answer. <c>docs/ranking.md</c> has the figures.
    /// </remarks>
    [Range(0.0, 1.0)]
    public double MinimumConfidence { get; set; } = 0.5;

    /// <summary>Gets or sets how long a question may be.</summary>
    /// <value>UTF-16 code units; 10 to 100,000. The default is 2,000; a longer one is not searched for, and the answer says so.</value>
    [Range(10, 100_000)]
    public int MaxQuestionLength { get; set; } = 2000;

    /// <summary>Gets or sets whether of passages that say the same in nearly the same words the newest is quoted first.</summary>
    /// <value>The default is <see langword="false"/>: the one that matches the question best is.</value>
    /// <remarks>Only where numbers and names are the same; what differs is not decided by its date.</remarks>
    public bool PreferRecent { get; set; }

    /// <summary>Gets or sets whether a model is asked of every sentence that a model wrote whether its quotes prove it.</summary>
    /// <value>The default is <see langword="false"/>: it takes one more call a sentence. What is not judged proven is not sent.</value>
    public bool CheckClaims { get; set; }

    /// <summary>Gets or sets whether what a model wrote is given again to the same question about the same passages.</summary>
    /// <value>The default is <see langword="true"/>. Quotes are cut and verified anew each time.</value>
    public bool Cache { get; set; } = true;

    /// <summary>Gets or sets how long what a model wrote is kept.</summary>
    /// <value>1 second to 30 days. The default is 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = "Answers:CacheLifetime must be from 00:00:01 to 30.00:00:00.")]
    public TimeSpan CacheLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how much memory is given to what models wrote; when it is full, what was not used for longest goes.</summary>
    /// <value>Bytes; 1,024 to 1,073,741,824. The default is 16,777,216: some ten thousand answers. Read at start.</value>
    [Range(1024L, 1L << 30, ErrorMessage = "Answers:CacheMaxBytes must be from 1024 to 1073741824 bytes.")]
    public long CacheMaxBytes { get; set; } = 16 * 1024 * 1024;
}

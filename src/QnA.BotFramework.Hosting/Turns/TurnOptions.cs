using System.ComponentModel.DataAnnotations;

namespace QnA.BotFramework.Hosting;

/// <summary>How incoming activities are handled.</summary>
public sealed class TurnOptions
{
    /// <summary>Gets or sets how long a request waits for its turn before it is answered 202 while the turn goes on.</summary>
    /// <value>0.1 to 60 seconds. The default is 5 s: channels give up after 10 to 15 s and then send the activity again.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Turns:AnswerAfter must be from 00:00:00.1 to 00:01:00.")]
    public TimeSpan AnswerAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long an activity id is remembered, so that an activity that is sent again is not answered again.</summary>
    /// <value>0 to 24 hours; 0 answers every activity. The default is 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Turns:RepeatWindow must be from 00:00:00 to 1.00:00:00.")]
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long running turns may go on after the host was asked to stop.</summary>
    /// <value>0 to 10 minutes. The default is 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Turns:DrainTimeout must be from 00:00:00 to 00:10:00.")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how large the body of a request may be.</summary>
    /// <value>Bytes; 1,024 to 16,777,216. The default is 262,144.</value>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "Turns:MaxBodyLength must be from 1024 to 16777216 bytes.")]
    public int MaxBodyLength { get; set; } = 256 * 1024;

    /// <summary>Gets or sets how many activities of one conversation may wait for their turn; more are answered 429.</summary>
    /// <value>1 to 10,000. The default is 100.</value>
    [Range(1, 10_000, ErrorMessage = "Turns:MaxWaiting must be from 1 to 10000.")]
    public int MaxWaiting { get; set; } = 100;

    /// <summary>Gets or sets what a person is told when a turn fails. Details go to the log alone.</summary>
    /// <value>Not empty.</value>
    [Required(ErrorMessage = "Turns:ErrorMessage must not be empty.")]
    public string ErrorMessage { get; set; } = "Sorry, something went wrong on my side. Please try again.";
}

using System.ComponentModel.DataAnnotations;

namespace QnA.Sources.Web.Fetching;

/// <summary>How pages, feeds and sitemaps are fetched. Configuration section <c>Articles:Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The configuration section of these options.</summary>
    public const string SectionName = "Articles:Web";

    /// <summary>The full name of <see cref="AllowedNetworks"/> in configuration, for messages.</summary>
    internal const string AllowedNetworksSetting = $"{SectionName}:{nameof(AllowedNetworks)}";

    /// <summary>The full name of <see cref="MaxBytes"/> in configuration, for messages.</summary>
    internal const string MaxBytesSetting = $"{SectionName}:{nameof(MaxBytes)}";

    /// <summary>The full name of <see cref="Timeout"/> in configuration, for messages.</summary>
    internal const string TimeoutSetting = $"{SectionName}:{nameof(Timeout)}";

    /// <summary>The full name of <see cref="MaxPages"/> in configuration, for messages.</summary>
    internal const string MaxPagesSetting = $"{SectionName}:{nameof(MaxPages)}";

    /// <summary>Gets the networks that may be fetched from although they are not public, on every port: those of an intranet.</summary>
    /// <value>Networks as <c>10.1.0.0/16</c> or <c>fd00:1::/32</c>. The default is none.</value>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Gets or sets how large what is fetched may be after it is unpacked.</summary>
    /// <value>Bytes; 1,024 to 104,857,600. The default is 20,971,520 (20 MiB).</value>
    [Range(1024, 100 * 1024 * 1024, ErrorMessage = MaxBytesSetting + " must be from {1} to {2} bytes; the default is 20971520.")]
    public int MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Gets or sets how long one fetch may take, from the name's look-up to the last byte, redirects included.</summary>
    /// <value>1 second to 10 minutes. The default is 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = TimeoutSetting + " must be from {1} to {2}; the default is 00:00:30.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long a host is left alone between two requests.</summary>
    /// <value>0 to 1 minute. The default is 1 second; a <c>Crawl-delay</c> of its robots.txt makes it longer.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = SectionName + ":Delay must be from {1} to {2}; the default is 00:00:01.")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how many pages a sitemap, or items a feed, may have.</summary>
    /// <value>1 to 50,000, as many as the protocol of sitemaps allows. The default is 2,000.</value>
    [Range(1, 50_000, ErrorMessage = MaxPagesSetting + " must be from {1} to {2}; the default is 2000.")]
    public int MaxPages { get; set; } = 2000;

    /// <summary>Gets or sets who asks, for servers and their robots.txt.</summary>
    /// <value>A product name, with a version and a comment if wanted (RFC 9110, section 10.1.5). The default is <c>QnA/0.1</c>.</value>
    [RegularExpression("^[A-Za-z][A-Za-z_-]{0,30}(/[!-~]{1,30})?( \\([ -'*-~]{0,200}\\))?$", ErrorMessage = SectionName + ":UserAgent must look like 'QnA/0.1 (https://example.com/about)'; the default is QnA/0.1.")]
    public string UserAgent { get; set; } = "QnA/0.1";

    /// <summary>Gets or sets the folder in which what was fetched is kept, so that what has not changed is not sent again.</summary>
    /// <value>A path; a relative one starts at the application's content root. The default is <c>.qna/web</c>.</value>
    [Required(ErrorMessage = SectionName + ":Path must name a folder; the default is .qna/web.")]
    public string Path { get; set; } = ".qna/web";
}

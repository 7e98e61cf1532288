using Microsoft.Extensions.FileProviders;

namespace QnA.Bot.Web.Pages;

/// <summary>The pages' own files (scripts, styles, languages), which are part of the program.</summary>
internal sealed class PageFiles
{
    public IFileProvider Provider { get; } = new ManifestEmbeddedFileProvider(typeof(PageFiles).Assembly, "wwwroot");

    /// <summary>Serves the files. Browsers ask each time whether they have changed, so that an upgrade is seen at once.</summary>
    public void Serve(IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = Provider,
        OnPrepareResponse = prepared => prepared.Context.Response.Headers.CacheControl = "no-cache",
    });

    /// <summary>Sends the chat page.</summary>
    public async Task SendChatAsync(HttpContext context, CancellationToken cancellationToken)
    {
        PageSecurity.AllowPage(context.Response);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.SendFileAsync(Provider.GetFileInfo("chat.html"), cancellationToken);
    }
}

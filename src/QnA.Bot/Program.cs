using QnA.Bot.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
builder.AddQnABot();

var app = builder.Build();
app.MapQnABot();
return await app.RunQnABotAsync();

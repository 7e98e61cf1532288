using QnA.Bot.Hosting;

return await BotProgram.RunAsync(args);

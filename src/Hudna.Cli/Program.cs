using Hudna.Cli;

return await HudnaCommand.RunAsync(args, Shell.OfProcess());

// What the tool can do.

import MartletCommandLine

enum AllCommands {
    /// In the order of the help.
    static var types: [any Command.Type] {
        [
            InitCommand.self, GenerateCommand.self, UpdateCommand.self, DiffCommand.self, ValidateCommand.self,
            InspectCommand.self, OverlayCommand.self, BundleCommand.self, TemplatesCommand.self, MockCommand.self,
            ReconcileCommand.self, ConfigCommand.self, ExplainCommand.self, CompletionsCommand.self, ManualCommand.self,
        ]
    }

    static var usages: [CommandUsage] {
        types.map { $0.usage }
    }
}

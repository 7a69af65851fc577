// What the command line says of the life of operations.

import MartletCommandLine
import MartletDiff

extension WirePolicy {
    private static let most = 36_500

    init(_ arguments: Arguments) throws(UsageError) {
        self.init()
        betaDays = try arguments.number("--deprecation-days-beta", in: 0...Self.most) ?? 0
        stableDays = try arguments.number("--deprecation-days-stable", in: 0...Self.most) ?? 0
        stability = arguments.value("--stability-level").flatMap(Stability.init(rawValue:)) ?? .beta
        seesParts = !arguments.has("--flatten-allof")
    }
}

extension CommandUsage.Option {
    /// Called as in oasdiff, whose users have them in their scripts.
    static let wirePolicy: [CommandUsage.Option] = [
        .value(
            "--stability-level", "LEVEL", choices: WirePolicy.Stability.allCases.map(\.rawValue),
            "Compare operations whose 'x-stability-level' is at least this; 'beta' unless given."),
        .value(
            "--deprecation-days-beta", "DAYS",
            "Ask that beta operations and members are deprecated so long before their 'x-sunset'."),
        .value("--deprecation-days-stable", "DAYS", "Ask the same of stable operations and members."),
        .flag("--flatten-allof", "Tell what a part of an 'allOf' changes, rather than that it was added or removed."),
    ]
}

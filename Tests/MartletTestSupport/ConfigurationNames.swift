// What the tool and both plugins, which can't share code, find as a configuration.

package enum ConfigurationNames {
    package static let rows: [(name: String, isConfiguration: Bool)] = [
        ("martlet.yaml", true), ("martlet.yml", true), ("openai.martlet.yaml", true), ("a.b.martlet.yml", true),
        (".martlet.yaml", false), (".openai.martlet.yaml", false), ("openai-martlet.yaml", false),
        ("martlet.json", false), ("martlet.yaml.bak", false), ("Martlet.yaml", false),
    ]
}

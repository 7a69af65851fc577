// What a configuration says of the client: the environment that it is made from, and keys for retries.

package struct EnvironmentSettings: Sendable, Equatable {
    /// The variable with the server's URL.
    package var server: String?
    /// Variables with credentials, by the names of security schemes.
    package var credentials: [String: String] = [:]

    package init() {}
}

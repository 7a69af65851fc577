// What this program adds to the generated client.

import Foundation
import MartletRuntime

extension Client {
    /// The client for the key in `COMETAPI_KEY`, and for the server in `COMETAPI_SERVER` if there is one.
    public static func fromEnvironment() -> Client {
        let environment = ProcessInfo.processInfo.environment
        return Client(
            bearerAuth: environment["COMETAPI_KEY"] ?? "no key",
            server: environment["COMETAPI_SERVER"].flatMap { URL(string: $0) } ?? defaultServer)
    }
}

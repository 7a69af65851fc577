// An answer as a value of one's own type.

import CometAPI

struct Bird: Codable, Sendable {
    enum Order: String, Codable, CaseIterable { case swifts, swallows, other }

    var name: String
    var order: Order
    var wingspan: Double?
}

let client = try Client.fromEnvironment()
let birds = try await client.createResponse(
    .init(model: "gpt-5.4", input: "Name three birds that catch insects in flight; wingspans in centimetres."),
    as: [Bird].self)
for bird in birds {
    print("\(bird.name), of the \(bird.order): \(bird.wingspan.map { "\($0) cm" } ?? "unknown")")
}

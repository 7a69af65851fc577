// A function that the model calls: its arguments come back, and its result goes out with the turn that follows.

import CometAPI
import MartletRuntime

/// What the model asks the function for; the schema of its parameters is inferred.
struct TideQuestion: Codable, SchemaDescribing {
    enum Day: String, Codable, CaseIterable { case today, tomorrow }

    static let schemaDescriptions = ["harbour": "A town on the coast."]
    var harbour: String
    var day: Day
}

func highTide(_ question: TideQuestion) -> String {
    "\(question.harbour), \(question.day): 05:12 and 17:40"
}

let client = try Client.fromEnvironment()
let parameters = try JSONSchema(describing: TideQuestion.self).json.objectValue
let tools: [Tool] = [
    .function(.init(name: "high_tide", description: "When the water is highest.", parameters: parameters, strict: true))
]
let first = try await client.createResponse(
    .init(model: "gpt-5.4", input: "When is high tide in Whitby tomorrow?", tools: tools))

var results: [InputItem] = []
for case .functionCall(let call) in first.output ?? [] {
    let question: TideQuestion = try JSONValue(parsing: call.arguments).decode()
    print("\(call.name)(\(question.harbour), \(question.day))")
    results.append(.functionCallOutput(.init(callID: call.callID, output: .text(highTide(question)))))
}
let second = try await client.createResponse(
    .init(model: "gpt-5.4", input: .items(results), previousResponseID: first.id, tools: tools))
print(second.outputText ?? "")

// How the rules of streams are written as JSON.

extension Stream.Setting.Truth: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .text: _ = try ModelEncoder(encoder, kind: "text")
        case .number: _ = try ModelEncoder(encoder, kind: "number")
        case .branch(let name):
            var object = try ModelEncoder(encoder, kind: "branch")
            try object.add("name", name)
        }
    }
}

extension StreamRules.Item: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .data: _ = try ModelEncoder(encoder, kind: "data")
        case .text: _ = try ModelEncoder(encoder, kind: "text")
        case .event(let names):
            var object = try ModelEncoder(encoder, kind: "event")
            try object.add("textOf", names)
        case .textEvent: _ = try ModelEncoder(encoder, kind: "textEvent")
        case .textEventExcept(let names):
            var object = try ModelEncoder(encoder, kind: "textEventExcept")
            try object.add("jsonOf", names)
        }
    }
}

extension Accumulation.Rules: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .statements(let events):
            var object = try ModelEncoder(encoder, kind: "statements")
            try object.add("events", events)
        case .pieces(let merge):
            _ = try ModelEncoder(encoder, kind: "pieces")
            try merge.encode(to: encoder)
        }
    }
}

extension Statement.Change: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .whole(let keeping):
            var object = try ModelEncoder(encoder, kind: "whole")
            try object.add("keeping", keeping)
        case .set: _ = try ModelEncoder(encoder, kind: "set")
        case .convert(let type):
            var object = try ModelEncoder(encoder, kind: "convert")
            try object.add("type", type)
        case .append: _ = try ModelEncoder(encoder, kind: "append")
        case .appendJSON(let type):
            var object = try ModelEncoder(encoder, kind: "appendJSON")
            try object.add("type", type)
        }
    }
}

extension ValuePath.Step: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .member(let name, let isOptional):
            var object = try ModelEncoder(encoder, kind: "member")
            try object.add("name", name)
            try object.add("isOptional", isOptional)
        case .flattened: _ = try ModelEncoder(encoder, kind: "flattened")
        case .element(let position):
            var object = try ModelEncoder(encoder, kind: "element")
            try object.add("at", position)
        case .first(let numbered):
            var object = try ModelEncoder(encoder, kind: "first")
            try object.add("numbered", ifThere: numbered)
        case .branch(let branch):
            _ = try ModelEncoder(encoder, kind: "branch")
            try branch.encode(to: encoder)
        }
    }
}

extension PieceMember.Change: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .replace: _ = try ModelEncoder(encoder, kind: "replace")
        case .replaceText: _ = try ModelEncoder(encoder, kind: "replaceText")
        case .append: _ = try ModelEncoder(encoder, kind: "append")
        case .merge(let members):
            var object = try ModelEncoder(encoder, kind: "merge")
            try object.add("members", members)
        case .mergeElements(let numbered, let members):
            var object = try ModelEncoder(encoder, kind: "mergeElements")
            try object.add("numbered", numbered)
            try object.add("members", members)
        }
    }
}

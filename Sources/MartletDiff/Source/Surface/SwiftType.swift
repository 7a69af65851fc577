// Types as Swift's compiler tells them apart, and as code spells them.

import MartletIR

indirect enum SwiftType: Hashable, Sendable {
    /// Of the standard library, Foundation or the runtime.
    case named(String)
    /// Of a type that the caller chooses: `Value`, `Value.Type`.
    case generic(String)
    /// A generated type by its whole name, `Response.Usage`.
    case declared(String)
    /// Another name of a type.
    case alias(String, SwiftType)
    case array(SwiftType)
    case dictionary(SwiftType)
    case optional(SwiftType)
    case stream(SwiftType)
    /// A list page by page: the type of a page, and of what is on it.
    case pages(SwiftType, SwiftType)

    /// As code spells it.
    var text: String {
        switch self {
        case .named(let name), .generic(let name), .declared(let name), .alias(let name, _): name
        case .array(let element): "[\(element.text)]"
        case .dictionary(let value): "[String: \(value.text)]"
        case .optional(let wrapped): "\(wrapped.text)?"
        case .stream(let event): "EventStream<\(event.text)>"
        case .pages(let page, let item): "Pages<\(page.text), \(item.text)>"
        }
    }

    var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// What an optional holds; the type itself where it is none.
    var unwrapped: SwiftType {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// The type with the new names of declared ones.
    func renamed(by names: [String: String]) -> SwiftType {
        switch self {
        case .named, .generic: self
        case .declared(let name): .declared(names[name] ?? name)
        case .alias(let name, let target): .alias(names[name] ?? name, target.renamed(by: names))
        case .array(let element): .array(element.renamed(by: names))
        case .dictionary(let value): .dictionary(value.renamed(by: names))
        case .optional(let wrapped): .optional(wrapped.renamed(by: names))
        case .stream(let event): .stream(event.renamed(by: names))
        case .pages(let page, let item): .pages(page.renamed(by: names), item.renamed(by: names))
        }
    }

    /// The declared type that it is, is optionally, or is a collection of.
    var declaredName: String? {
        switch self {
        case .named, .generic: nil
        case .declared(let name), .alias(let name, _): name
        case .array(let inner), .dictionary(let inner), .optional(let inner), .stream(let inner), .pages(let inner, _):
            inner.declaredName
        }
    }

    /// Without other names of types.
    var resolved: SwiftType {
        switch self {
        case .named, .generic, .declared: self
        case .alias(_, let target): target.resolved
        case .array(let element): .array(element.resolved)
        case .dictionary(let value): .dictionary(value.resolved)
        case .optional(let wrapped): .optional(wrapped.resolved)
        case .stream(let event): .stream(event.resolved)
        case .pages(let page, let item): .pages(page.resolved, item.resolved)
        }
    }

    /// Whether it is the type `new` of the other version. What a name stands for may have changed: that is told of the
    /// name, and not of all that is spelt with it.
    func isSame(as new: SwiftType) -> Bool {
        switch (self, new) {
        case (.alias(let before, _), .alias(let after, _)) where before == after: true
        case (.alias(let before, _), .declared(let after)) where before == after: true
        case (.declared(let before), .alias(let after, _)) where before == after: true
        case (.alias(_, let target), _): target.isSame(as: new)
        case (_, .alias(_, let target)): isSame(as: target)
        case (.array(let before), .array(let after)), (.dictionary(let before), .dictionary(let after)),
            (.optional(let before), .optional(let after)), (.stream(let before), .stream(let after)):
            before.isSame(as: after)
        case (.pages(let before, let item), .pages(let after, let other)):
            before.isSame(as: after) && item.isSame(as: other)
        default: self == new
        }
    }

    /// Whether a value of `other` can be given where this type is expected: the compiler makes values optional by
    /// itself, inside collections too.
    func accepts(_ other: SwiftType) -> Bool {
        if other.isSame(as: self) { return true }
        switch (resolved, other.resolved) {
        case (.optional(let wrapped), .optional(let given)): return wrapped.accepts(given)
        case (.optional(let wrapped), _): return wrapped.accepts(other)
        case (.array(let element), .array(let given)): return element.accepts(given)
        case (.dictionary(let value), .dictionary(let given)): return value.accepts(given)
        default: return false
        }
    }
}

/// Resolves the references of one model.
struct TypeResolver: Sendable {
    private let aliases: [String: TypeReference]

    init(_ api: API) {
        var aliases: [String: TypeReference] = [:]
        for type in api.types {
            if case .alias(let target) = type.kind { aliases[type.name] = target }
        }
        self.aliases = aliases
    }

    func type(_ reference: TypeReference) -> SwiftType {
        switch reference {
        case .builtin(let builtin): .named(builtin.rawValue)
        case .array(let element): .array(type(element))
        case .dictionary(let value): .dictionary(type(value))
        case .optional(let wrapped): .optional(type(wrapped))
        case .declared(let path):
            path.count == 1 ? declared(path[0]) : .declared(path.joined(separator: "."))
        }
    }

    /// Lowering has broken the aliases that lead back to themselves.
    private func declared(_ name: String) -> SwiftType {
        aliases[name].map { .alias(name, type($0)) } ?? .declared(name)
    }
}

/// A compiled template: what rendering walks through. Boxed, so that a step of the walk retains one reference.
indirect enum Node: Sendable {
    case literal(Literal)
    case variable(Variable)
    case section(Section)
    case partial(Partial)
    case block(Block)
}

/// `{{name}}`, `{{{name}}}`, `{{&name}}`
struct Variable: Sendable {
    let name: Name
    /// Whether HTML is escaped, which the lenient mode does.
    let isEscaped: Bool
    let position: Position
}

/// `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`
struct Section: Sendable {
    let name: Name
    let isInverted: Bool
    let position: Position
    var nodes: [Node]
}

/// `{{>template}}`, `{{>*name}}`, and as a parent with arguments `{{<template}}…{{/template}}`
struct Partial: Sendable {
    let target: Target
    let position: Position
    /// Put before each line of the template; nil where the tag isn't standalone.
    var indent: String?
    /// The blocks directly inside a parent tag, by name.
    let arguments: [String: [Node]]

    enum Target: Sendable {
        case template(String)
        case dynamic(Name)
    }
}

/// `{{$name}}…{{/name}}` where it isn't an argument: a place that an argument of the same name may fill.
struct Block: Sendable {
    let name: String
    let position: Position
    /// Put before each line of the argument.
    var indent: String
    /// Whether an argument begins a line here.
    let startsLine: Bool
    /// Rendered where there's no argument.
    var fallback: [Node]
}

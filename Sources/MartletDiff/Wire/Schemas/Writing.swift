// How a value is written, which decides what can be told apart on the wire.

import MartletOpenAPI

/// All rules ask this of the value that they are about: of bodies, parameters, headers, members of forms, and what is in them.
struct Writing: Sendable {
    enum Form: Sendable {
        /// With all that is in it.
        case json
        /// A number is its digits, and null is left out. What is in it is text too, so many levels down.
        case text(levels: Int)
        /// In a format of texts all the way down, such as XML, which may have a way to write null.
        case format
        /// As a form.
        indirect case members(FormMembers)
        /// In a way that isn't known, or not in the same way in both versions.
        case unknown
    }

    var form: Form
    /// Whether a list of one is written as the item alone, in both versions: `?a=1`.
    var writesItemsAlone = false
    /// Whether the old version wrote the items of a list, and the members of an object, as parameters or parts of their own:
    /// `?a=1&a=2`.
    var spreadsOld = false
    /// Whether it is told that it is written in another way.
    var isRewritten = false
    /// Whether it needn't be there in either version.
    var mayBeMissing = false

    init(
        _ form: Form, writesItemsAlone: Bool = false, spreadsOld: Bool = false, isRewritten: Bool = false,
        mayBeMissing: Bool = false
    ) {
        self.form = form
        self.writesItemsAlone = writesItemsAlone
        self.spreadsOld = spreadsOld
        self.isRewritten = isRewritten
        self.mayBeMissing = mayBeMissing
    }

    var isJSON: Bool {
        if case .json = form { true } else { false }
    }

    /// Whether a number is written like the text of its digits.
    var isText: Bool {
        switch form {
        case .text, .format: true
        case .json, .members, .unknown: false
        }
    }

    /// Whether null is written as nothing is: only JSON and its like have a word for it (RFC 6570, section 2.3).
    var leavesOutNull: Bool {
        if case .text = form { mayBeMissing } else { false }
    }

    /// How that is written to which `edge` leads.
    func below(_ edge: SchemaDifference.Edge) -> Writing {
        switch edge.step {
        case .whole: return self
        // A text that has a content is mostly JSON.
        case .content: return Writing(.json)
        case .items, .member, .otherMembers: break
        }
        var inner =
            switch form {
            case .members(let members):
                if case .member = edge.step { members.named[edge.segment] ?? members.others } else { members.others }
            case .text(let levels) where levels > 0: Writing(.text(levels: levels - 1), isRewritten: isRewritten)
            case .text: Writing(.unknown)
            case .json, .format, .unknown: Writing(form, isRewritten: isRewritten)
            }
        if case .member(let isRequired) = edge.step {
            inner.mayBeMissing = !isRequired
        } else {
            inner.mayBeMissing = true
        }
        return inner
    }
}

extension Writing.Form {
    /// What all of `forms` are.
    static func of(_ forms: [Writing.Form]) -> Writing.Form {
        guard var common = forms.first else { return .unknown }
        for form in forms.dropFirst() {
            switch (common, form) {
            case (.json, .json), (.format, .format): break
            case (.text(let levels), .text(let others)): common = .text(levels: min(levels, others))
            default: return .unknown
            }
        }
        return common
    }

    /// That of a content which is no form.
    init(_ media: MediaType) {
        if media.isJSON || media.essence.hasSuffix("yaml") { self = .json } else { self = .format }
    }
}

/// How the members of a form are written.
struct FormMembers: Sendable {
    var named: [String: Writing] = [:]
    /// Those that aren't listed.
    var others = Writing(.unknown)
}

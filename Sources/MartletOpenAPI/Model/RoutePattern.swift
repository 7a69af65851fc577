// The path of an operation, as paths of requests are held against it.

struct RoutePattern: Sendable {
    /// A step may be `{id}`, or have text around it: `{id}.json`.
    enum Step: Sendable {
        case fixed(Substring)
        case template(Substring, before: Substring, after: Substring)

        fileprivate init(_ text: Substring) {
            guard let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close else {
                self = .fixed(text)
                return
            }
            self = .template(text, before: text[..<open], after: text[text.index(after: close)...])
        }

        fileprivate func fits(_ step: Substring) -> Bool {
            switch self {
            case .fixed(let text): step == text
            case .template(let text, let before, let after):
                step.count > before.count + after.count && step.hasPrefix(before) && step.hasSuffix(after)
                    || step == text
            }
        }
    }

    let steps: [Step]
    /// Fewer say more of the path.
    let templates: Int
    /// How much text stands around its templates: of as many, more says more.
    let text: Int

    init(_ path: [Substring]) {
        steps = path.map(Step.init)
        let around = steps.compactMap { step -> Int? in
            guard case .template(_, let before, let after) = step else { return nil }
            return before.count + after.count
        }
        (templates, text) = (around.count, around.reduce(0, +))
    }

    /// What all paths that fit begin with, where that is no template.
    var fixedStart: Substring? {
        guard case .fixed(let text) = steps.first else { return nil }
        return text
    }

    func fits(_ path: ArraySlice<Substring>) -> Bool {
        path.count == steps.count && zip(steps, path).allSatisfy { $0.fits($1) }
    }
}

// Hands out names in one scope, so that no two are equal.

import MartletSource

struct NameScope {
    private var taken: Set<String>
    private let reserved: [String: String]
    /// Names that what is claimed here would hide.
    private var hidden: Set<String> = []

    init(reserved: [String: String], taken: Set<String> = []) {
        self.reserved = reserved
        self.taken = taken
    }

    /// `name`, or what comes nearest: a reserved word gets `Value` after it, a name that is taken a number from 2.
    mutating func claim(_ name: String) -> String {
        let base = isReserved(name) ? name + "Value" : name
        var candidate = base
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = (base.last?.isNumber == true ? base + "_" : base) + String(number)
            number += 1
        }
        return candidate
    }

    func isFree(_ name: String) -> Bool {
        !isReserved(name) && !taken.contains(name)
    }

    private func isReserved(_ name: String) -> Bool {
        reserved[name] != nil || hidden.contains(name)
    }

    /// Keeps `names` free from now on.
    mutating func reserve(_ names: Set<String>) {
        hidden.formUnion(names)
    }

    /// Names for `texts`, in their order. Where several come out equal, the one that is spelt like its name keeps it, so
    /// that it isn't renamed when another joins; each of the others is reported.
    mutating func claim(
        _ texts: [(text: String, position: Position)], spelt: (String) -> String, _ diagnostics: inout Diagnostics
    ) -> [String] {
        let wanted = texts.map { spelt($0.text) }
        var names = [String](repeating: "", count: texts.count)
        let order = texts.indices.sorted { left, right in
            let isLeft = wanted[left] == texts[left].text && !isReserved(wanted[left])
            let isRight = wanted[right] == texts[right].text && !isReserved(wanted[right])
            return isLeft == isRight ? left < right : isLeft
        }
        for place in order {
            let name = claim(wanted[place])
            names[place] = name
            if name != wanted[place], !isReserved(wanted[place]) {
                diagnostics.report(.collision(texts[place].text, name), at: texts[place].position)
            }
        }
        return names
    }
}

extension Diagnostic {
    fileprivate static func collision(_ text: String, _ name: String) -> Diagnostic {
        Diagnostic(
            .note, id: "name-collision",
            "'\(text)' is called '\(name)' in Swift, since another name comes out the same")
    }
}

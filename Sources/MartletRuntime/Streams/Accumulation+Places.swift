// How generated code reaches the places of a value, and changes them without copying what grows.

extension Array {
    /// The element at a position that an event names; nil, and nothing to change, where there is none.
    public subscript(wire position: Int?) -> Element? {
        get {
            guard let position, indices.contains(position) else { return nil }
            return self[position]
        }
        _modify {
            guard let position, indices.contains(position) else {
                var none: Element?
                yield &none
                return
            }
            // Taken out, so that the array holds no second reference to it: what has two is copied when it grows.
            swapAt(position, count - 1)
            var element: Element? = removeLast()
            defer {
                if let element {
                    append(element)
                    swapAt(position, count - 1)
                }
            }
            yield &element
        }
    }

    /// Puts an element at a position that an event names: one that is there is replaced, the next one is added.
    public mutating func put(_ element: Element?, at position: Int?) {
        guard let element else { return }
        guard let position else { return append(element) }
        if indices.contains(position) {
            self[position] = element
        } else if position == count {
            append(element)
        }
    }

    /// Adds the elements that an event carries.
    public mutating func add(_ elements: [Element]?) {
        if let elements { append(contentsOf: elements) }
    }

    /// Keeps the old elements where there are no new ones.
    public mutating func keep(_ old: [Element]) {
        if isEmpty { self = old }
    }

    /// Merges elements that have the same number; others are added.
    public mutating func merge(
        _ pieces: [Element]?, by number: (Element) -> Int, _ change: (inout Element, Element) -> Void
    ) {
        for piece in pieces ?? [] {
            let wanted = number(piece)
            if let place = lastIndex(where: { number($0) == wanted }) {
                change(&self[place], piece)
            } else {
                append(piece)
            }
        }
    }
}

extension Optional {
    /// Merges a piece; the first one is the value.
    public mutating func merge(_ piece: Wrapped?, _ change: (inout Wrapped, Wrapped) -> Void) {
        guard let piece else { return }
        guard var value = self else {
            self = piece
            return
        }
        self = nil
        change(&value, piece)
        self = value
    }

    /// Puts an element at a position that an event names, where it is there or the next one.
    public mutating func put<Element>(_ element: Element?, at position: Int?) where Wrapped == [Element] {
        var elements = self ?? []
        self = nil
        elements.put(element, at: position)
        self = elements
    }

    /// Adds the elements that an event carries.
    public mutating func add<Element>(_ elements: [Element]?) where Wrapped == [Element] {
        if self == nil { self = elements } else { self?.add(elements) }
    }

    /// Keeps the old elements where there are no new ones.
    public mutating func keep<Element>(_ old: [Element]?) where Wrapped == [Element] {
        if self?.isEmpty ?? true { self = old ?? self }
    }

    /// Merges elements that have the same number; others are added.
    public mutating func merge<Element>(
        _ pieces: [Element]?, by number: (Element) -> Int, _ change: (inout Element, Element) -> Void
    ) where Wrapped == [Element] {
        guard let pieces else { return }
        var elements = self ?? []
        self = nil
        elements.merge(pieces, by: number, change)
        self = elements
    }

    /// Adds the text that an event carries, where it does; the first makes one.
    public mutating func add(_ text: String?) where Wrapped == String {
        guard let text else { return }
        if self == nil { self = text } else { self?.append(text) }
    }

    /// Takes the text of a piece in place of an earlier one, unless it is empty.
    public mutating func replace(by text: String?) where Wrapped == String {
        if let text, self == nil || !text.isEmpty { self = text }
    }

    /// Takes the value of a piece in place of an earlier one, unless it is an empty text.
    public mutating func replace(by value: Wrapped?) where Wrapped: OpenEnum, Wrapped.RawValue == String {
        if let value, self == nil || !value.rawValue.isEmpty { self = value }
    }
}

extension String {
    /// Adds the text that an event carries, where it does.
    public mutating func add(_ text: String?) {
        if let text { append(text) }
    }

    /// Takes the text of a piece in place of an earlier one, unless it is empty: many services repeat what they have said
    /// once with nothing in it.
    public mutating func replace(by text: String) {
        if !text.isEmpty { self = text }
    }
}

extension OpenEnum where RawValue == String {
    /// Takes the value of a piece in place of an earlier one, unless it is an empty text.
    public mutating func replace(by value: Self) {
        if !value.rawValue.isEmpty { self = value }
    }
}

/// One case of a union: how its value is taken out and put back.
public struct UnionBranch<Union, Payload> {
    let make: (Payload) -> Union
    let payload: (Union) -> Payload?

    /// A case, by the two functions that make it and look into it.
    ///
    /// - Parameters:
    ///   - make: the case.
    ///   - payload: what the case holds; nil for any other.
    public init(_ make: @escaping (Payload) -> Union, _ payload: @escaping (Union) -> Payload?) {
        self.make = make
        self.payload = payload
    }
}

extension OpenUnion {
    /// What a branch holds; nil, and nothing to change, where the value is another.
    public subscript<Payload>(branch: UnionBranch<Self, Payload>) -> Payload? {
        get { branch.payload(self) }
        _modify {
            var payload = branch.payload(self)
            let isBranch = payload != nil
            // The value lets go of what is changed, which would be copied otherwise.
            if isBranch { self = .unknown(UnknownBranch(json: .null)) }
            defer {
                if isBranch, let payload { self = branch.make(payload) }
            }
            yield &payload
        }
    }
}

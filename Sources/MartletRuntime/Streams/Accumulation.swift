// How generated code adds events to a value, in place: no text is copied where it grows.

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
                if let element { append(element) }
                swapAt(position, count - 1)
            }
            yield &element
        }
    }

    /// Puts an element at a position that an event names: one that is there is replaced, the next one is added.
    public mutating func put(_ element: Element, at position: Int?) {
        guard let position else { return append(element) }
        if indices.contains(position) {
            self[position] = element
        } else if position == count {
            append(element)
        }
    }
}

/// One branch of a union: how its value is taken out and put back.
public struct UnionBranch<Union, Payload> {
    let make: (Payload) -> Union
    let payload: (Union) -> Payload?

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
            if isBranch { self = .unknown(UnknownBranch(json: .null)) }
            defer {
                if isBranch, let payload { self = branch.make(payload) }
            }
            yield &payload
        }
    }
}

extension String {
    /// Adds the text that an event carries, where it does.
    public mutating func add(_ text: String?) {
        if let text { append(text) }
    }
}

extension Optional where Wrapped == String {
    /// Adds the text that an event carries, where it does; the first makes one.
    public mutating func add(_ text: String?) {
        guard let text else { return }
        if self == nil { self = text } else { self?.append(text) }
    }
}

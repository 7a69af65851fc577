// Where the parts of a document went when it was rewritten for a newer version: pointers to their old places still work.

struct PointerMoves: Sendable {
    private var places: [[String]: [String]] = [:]

    mutating func record(_ old: [String], _ new: [String]) {
        places[old] = new
    }

    /// `tokens` with the longest part that was moved replaced by its new place.
    func moved(_ tokens: [String]) -> [String] {
        guard !places.isEmpty else { return tokens }
        for count in stride(from: tokens.count, to: 0, by: -1) {
            if let place = places[Array(tokens.prefix(count))] { return place + tokens.dropFirst(count) }
        }
        return tokens
    }
}

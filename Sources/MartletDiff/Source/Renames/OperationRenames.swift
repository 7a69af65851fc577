// Operations that have another name in the new version.

/// Which operation is which: by name, else by method and path, else by a like name and an equal signature.
struct OperationRenames {
    /// From old to new names; equal ones for those that kept theirs.
    private(set) var names: [String: String] = [:]

    init(_ old: [SurfaceOperation], _ new: [SurfaceOperation], _ renames: [String: String]) {
        let oldNames = Set(old.map(\.name))
        let newNames = Set(new.map(\.name))
        for operation in old where newNames.contains(operation.name) { names[operation.name] = operation.name }
        var gone = old.filter { !newNames.contains($0.name) }.map { Renamed($0, renames) }
        var fresh = new.filter { !oldNames.contains($0.name) }.map { Renamed($0, [:]) }
        // By the endpoint first, so that only what is left is compared with everything.
        for key in [\Renamed.endpoint, \.outline] {
            let isSame = key == \.endpoint
            let partners = Dictionary(grouping: fresh) { $0[keyPath: key] }
            let candidates = gone.flatMap { operation in
                (partners[operation[keyPath: key]] ?? []).compactMap { other in
                    isSame || operation.agrees(with: other)
                        ? operation.candidate(other, atLeast: isSame ? 0 : 0.6) : nil
                }
            }
            let pairs = BestMatch.pairs(candidates)
            names.merge(pairs) { kept, _ in kept }
            let taken = Set(pairs.values)
            gone.removeAll { pairs[$0.name] != nil }
            fresh.removeAll { taken.contains($0.name) }
        }
    }
}

/// An operation whose name only one of the versions has.
private struct Renamed {
    let name: String
    let endpoint: String
    /// The method of HTTP, and what each method of the client takes, in the words of the new version: those that differ in
    /// it are never one.
    let outline: String
    private let returns: [SwiftType?]
    private let compared: ComparedName

    init(_ operation: SurfaceOperation, _ renames: [String: String]) {
        name = operation.name
        endpoint = operation.endpoint
        let parameters = operation.methods.map { method in
            method.signature.parameters.map { "\($0.label) \($0.type.renamed(by: renames).text)" }
                .joined(separator: ", ")
        }
        outline = ([String(endpoint.prefix { $0 != " " })] + parameters).joined(separator: "\n")
        returns = operation.methods.map { $0.signature.returns?.renamed(by: renames) }
        compared = ComparedName(name)
    }

    func agrees(with new: Renamed) -> Bool {
        zip(returns, new.returns).allSatisfy(CaseComparison.agree)
    }

    func candidate(_ new: Renamed, atLeast minimum: Double) -> BestMatch.Candidate? {
        compared.similarity(to: new.compared, atLeast: minimum).map { similarity in
            BestMatch.Candidate(old: name, new: new.name, scores: [similarity])
        }
    }
}

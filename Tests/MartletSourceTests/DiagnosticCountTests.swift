// How many diagnostics of one id are written.

import Testing

@testable import MartletSource

@Suite struct DiagnosticCountTests {
    private static let diagnostics: Diagnostics = {
        var diagnostics = Diagnostics()
        for number in 1...5 { diagnostics.report(Diagnostic(.warning, id: "odd", "number \(number) is odd"), at: nil) }
        for number in 1...4 { diagnostics.report(Diagnostic(.error, id: "bad", "number \(number) is bad"), at: nil) }
        for number in 1...2 { diagnostics.report(Diagnostic(.note, id: "fine", "number \(number) is fine"), at: nil) }
        return diagnostics
    }()

    @Test func allUnlessTheyAreMany() {
        #expect(Self.diagnostics.rendered(atLeast: .warning).count == 9)
        #expect(Self.diagnostics.rendered(most: 5) == Self.diagnostics.rendered())
    }

    @Test func manyOfOneIDAreCounted() {
        #expect(
            Self.diagnostics.rendered(most: 1) == [
                "warning: number 1 is odd [odd]",
                "error: number 1 is bad [bad]", "error: number 2 is bad [bad]", "error: number 3 is bad [bad]",
                "error: number 4 is bad [bad]",
                "note: number 1 is fine [fine]",
                "note: 4 more of [odd], 1 more of [fine]; 'martlet validate' lists them",
            ])
    }

    @Test func whatIsReadTwiceIsToldOnce() {
        var diagnostics = Diagnostics()
        for _ in 1...2 {
            let file = diagnostics.addFile("overlay.yaml")
            diagnostics.report(
                Diagnostic(.error, id: "bad", "it is bad"), at: Position(file: file, line: 3, column: 20))
        }
        #expect(diagnostics.rendered() == ["overlay.yaml:3:20: error: it is bad [bad]"])
    }
}

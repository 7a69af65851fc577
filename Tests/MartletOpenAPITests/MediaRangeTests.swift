// Which media types a range covers.

import MartletOpenAPI
import Testing

@Suite struct MediaRangeTests {
    @Test(arguments: [
        ("image/png", "image/png"), ("image/*", "image/png image/*"),
        ("*/*", "image/png image/* text/plain imagery/png */*"),
        ("text/html", ""),
    ])
    func types(_ range: String, _ covered: String) {
        let types = ["image/png", "image/*", "text/plain", "imagery/png", "*/*"]
        #expect(types.filter { MediaRange(range).covers($0) }.joined(separator: " ") == covered)
    }
}

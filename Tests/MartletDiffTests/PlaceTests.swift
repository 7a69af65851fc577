// Places are values: two findings at one place are told to be so.

import MartletDiff
import Testing

@Suite struct PlaceTests {
    @Test func sameTextSamePlace() {
        let place = Place(pointer: "#/paths", file: "openapi.yaml", line: 3, column: 1)
        #expect(place == Place(pointer: "#/paths", file: "openapi.yaml", line: 3, column: 1))
        #expect(Set([place, place]).count == 1)
    }
}

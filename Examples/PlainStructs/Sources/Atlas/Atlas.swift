// Reads a place with JSONDecoder, changes it, and writes it again.

import Foundation

@main
struct Atlas {
    static func main() throws {
        let json = """
            {"id": "7", "map-name": "Kinsale", "position": {"latitude": 51.7, "longitude": -8.5}, "terrain": "coast"}
            """
        var place = try JSONDecoder().decode(Place.self, from: Data(json.utf8))
        place.neighbours = ["8"]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(place.mapName, place.terrain == .coast)
        print(String(decoding: try encoder.encode(place), as: UTF8.self))
    }
}

// What templates of one's own are good for: here enums and whatever has an id are Identifiable, as lists and pickers need,
// and a class for each of the latter tells views which of its properties changed.

import MartletRuntime
import Observation

@main
@MainActor
struct Menu {
    static func main() {
        print(Course.knownValues.map(\.id).joined(separator: ", "))
        let soup = Dish.Observed(Dish(id: "7", name: "Soup", course: .starter))
        withObservationTracking {
            print(soup.id, soup.name)
        } onChange: {
            print("the name changes")
        }
        // Nobody has looked at the price: nothing is told.
        soup.price = 4
        soup.name = "Chowder"
        print(soup.value.name, soup.value.price ?? 0)
    }
}

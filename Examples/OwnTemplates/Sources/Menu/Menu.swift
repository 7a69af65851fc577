// What templates of one's own are good for: here they make every enum Identifiable, as a picker needs.
import MartletRuntime

@main
struct Menu {
    static func main() {
        print(Course.knownValues.map(\.id).joined(separator: ", "))
        print(Dish(name: "Soup", course: .starter).name)
    }
}

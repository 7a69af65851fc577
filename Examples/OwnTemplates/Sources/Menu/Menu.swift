// What templates of one's own are good for: here they give every enum the list of its values, as a picker needs.
import MartletRuntime

@main
struct Menu {
    static func main() {
        print(Course.documented.map(\.rawValue).joined(separator: ", "))
        print(Dish(name: "Soup", course: .starter).name)
    }
}

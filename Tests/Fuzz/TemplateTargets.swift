// Templates: any text is a template or a located error, in both modes.

import MartletMustache

func fuzzMustache(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let context: MustacheValue = [
        "name": .string("<a>\n\"b\""), "flag": .bool(true), "off": .bool(false), "none": nil,
        "items": .list([["name": .string("x"), "items": .list([])], ["name": .string("y"), "items": .list([])]]),
    ]
    for mode in [MustacheLibrary.Mode.strict, .lenient] {
        guard let library = try? MustacheLibrary(["Main": text, "Part": "{{name}}\n{{$block}}b{{/block}}"], mode: mode)
        else { continue }
        _ = try? library.render("Main", context)
    }
}

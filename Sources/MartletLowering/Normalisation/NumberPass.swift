// One meaning for the spellings of numbers.

package import MartletOpenAPI

/// ASP.NET Core takes numbers also as texts (`JsonNumberHandling.AllowReadingFromString`, its default), and writes numbers:
/// `{type: [integer, string], format: int32, pattern: '^-?(?:0|[1-9]\d*)$'}` is `{type: integer, format: int32}`. In OpenAPI 3.0,
/// which has no list of types, there is none, and the format alone tells of what values are. What a pattern says is of texts.
package enum NumberPass {
    /// Takes the texts that numbers may also be out of `keywords`, which are without null.
    package static func strip(_ keywords: inout Schema.Keywords) {
        guard let format = NumberWidth(keywords.format)?.type, keywords.reference == nil, !keywords.hasShape,
            keywords.contentEncoding == nil
        else { return }
        guard let types = keywords.types else {
            keywords.types = [format]
            keywords.range.pattern = nil
            return
        }
        let numbers = types.filter { $0 != .string }
        guard numbers.count == 1, numbers.count < types.count, [.number].takes(numbers[0]),
            keywords.range.pattern.map(isOfNumbers) ?? false
        else { return }
        keywords.types = numbers
        keywords.range.pattern = nil
    }

    /// Whether values may also be the texts of the numbers that `keywords` describe.
    package static func readsTexts(_ keywords: Schema.Keywords) -> Bool {
        var own = keywords
        _ = NullPass.direct.strip(&own)
        guard own.range.pattern.map(isOfNumbers) ?? false, own.types?.contains(.string) ?? true else { return false }
        strip(&own)
        return own.range.pattern == nil
    }

    /// Whether a pattern has digits, and no letters but those of exponents; it isn't matched, only looked at.
    private static func isOfNumbers(_ pattern: String) -> Bool {
        (pattern.contains("\\d") || pattern.contains("0-9"))
            && pattern.replacing("\\d", with: "").allSatisfy { !$0.isLetter || $0 == "e" || $0 == "E" }
    }
}

// Whether a branch of a choice takes all that another one takes.
import MartletOpenAPI
import MartletSource

/// `{type: string}` takes what `{type: string, format: date}` takes: in an `anyOf` the latter adds nothing. Of branches that
/// speak of members, of items or of more than lengths it isn't known.
enum BranchContainment {
    /// Both views are merged.
    static func holds(_ inner: SchemaView, in outer: SchemaView) -> Bool {
        let (own, all) = (inner.keywords, outer.keywords)
        guard outer.isNullable || !inner.isNullable, outer.rest.isEmpty, own.boolean == nil, saysOfValuesAlone(all)
        else {
            return false
        }
        return takesTypes(of: own, all) && takesValues(of: own, all)
            && (all.format == nil || all.format == own.format) && takesLengths(of: own, all)
    }

    private static func saysOfValuesAlone(_ keywords: Schema.Keywords) -> Bool {
        var rest = keywords
        (rest.types, rest.format, rest.enumeration, rest.constant) = (nil, nil, nil, nil)
        (rest.range.minLength, rest.range.maxLength) = (nil, nil)
        return keywords.asserts && !rest.asserts && rest.discriminator == nil
    }

    private static func takesTypes(of own: Schema.Keywords, _ all: Schema.Keywords) -> Bool {
        guard let types = all.types else { return true }
        return own.types?.allSatisfy(types.takes) ?? false
    }

    private static func takesValues(of own: Schema.Keywords, _ all: Schema.Keywords) -> Bool {
        guard let values = all.pointOfValues else { return true }
        return own.pointOfValues?.isSubset(of: values) ?? false
    }

    private static func takesLengths(of own: Schema.Keywords, _ all: Schema.Keywords) -> Bool {
        let (least, most) = (all.range.minLength ?? 0, all.range.maxLength ?? .max)
        if least <= own.range.minLength ?? 0, own.range.maxLength ?? .max <= most { return true }
        // Lengths are counted in Unicode characters (JSON Schema Validation 2020-12, section 6.3.1).
        return own.values?.allSatisfy { value in
            guard case .string(let text)? = value.scalar?.resolved else { return true }
            let length = text.unicodeScalars.count
            return least <= length && length <= most
        } ?? false
    }
}

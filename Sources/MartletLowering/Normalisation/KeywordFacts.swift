// Questions about keywords that several passes ask.

import MartletOpenAPI

extension Schema.Keywords {
    /// Whether it names a type, and says no more of its values than bounds.
    var isTypeAlone: Bool {
        types != nil && !hasShape && format == nil && contentEncoding == nil
    }

    /// Whether members that none of the patterns names may be anything.
    var leavesNamesOpen: Bool {
        guard !patternProperties.isEmpty else { return false }
        if let others = additionalProperties ?? unevaluatedProperties {
            return others.keywords.boolean == true || others.keywords.isAny
        }
        return !patternProperties.contains { NamePattern($0.name).isOfWholeNames }
    }

    var annotations: Annotations {
        Annotations(
            title: title, description: description, defaultValue: defaultValue, isDeprecated: isDeprecated,
            isReadOnly: isReadOnly, isWriteOnly: isWriteOnly, range: range, joinedPath: joinedPath)
    }
}

extension Annotations {
    /// Those of a schema that wraps another: the outer ones count, the inner ones fill the gaps.
    func filled(by inner: Annotations) -> Annotations {
        Annotations(
            title: title ?? inner.title, description: description ?? inner.description,
            defaultValue: defaultValue ?? inner.defaultValue, isDeprecated: isDeprecated || inner.isDeprecated,
            isReadOnly: isReadOnly || inner.isReadOnly, isWriteOnly: isWriteOnly || inner.isWriteOnly,
            range: range.narrowed(by: inner.range), joinedPath: joinedPath ?? inner.joinedPath,
            format: format ?? inner.format, encoding: encoding ?? inner.encoding,
            mediaType: mediaType ?? inner.mediaType)
    }
}

extension Schema.Range {
    /// Whether it says anything of numbers.
    var boundsNumbers: Bool {
        minimum != nil || maximum != nil || exclusiveMinimum != nil || exclusiveMaximum != nil || multipleOf != nil
    }
}

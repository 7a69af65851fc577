// Questions about keywords that several passes ask.
package import MartletOpenAPI

extension Schema.Keywords {
    /// Whether the schema says more of its instances than a reference, a description or a bare type does.
    package var hasShape: Bool {
        boolean != nil || enumeration != nil || constant != nil || !properties.isEmpty || !required.isEmpty
            || additionalProperties != nil || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
            || unevaluatedProperties != nil || unevaluatedItems != nil || contains != nil || !conditional.isEmpty
            || !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty
    }

    /// Whether it names a type, and says no more of its values than bounds.
    var isTypeAlone: Bool {
        types != nil && !hasShape && format == nil && contentEncoding == nil
    }

    /// Whether it says nothing at all, so that any value is an instance.
    package var isAny: Bool {
        !hasShape && reference == nil && types == nil && format == nil && contentEncoding == nil
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

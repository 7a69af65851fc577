// Whether a schema says anything of the values that it takes.

extension Schema.Keywords {
    /// Whether the schema says more of its instances than a reference, a description or a bare type does.
    package var hasShape: Bool {
        boolean != nil || enumeration != nil || constant != nil || !properties.isEmpty || !required.isEmpty
            || additionalProperties != nil || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
            || unevaluatedProperties != nil || unevaluatedItems != nil || contains != nil || !conditional.isEmpty
            || !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty
    }

    /// Whether it says nothing at all of what its instances are, so that any value is one; bounds bind what others say.
    package var isAny: Bool {
        !hasShape && reference == nil && types == nil && format == nil && contentEncoding == nil
    }

    /// Whether it says no more than that an object has some members, or none of some: a rule, and no type.
    package var onlyRequires: Bool {
        var rest = self
        rest.required = []
        if rest.types == [.object] { rest.types = nil }
        return rest.isAny
    }

    /// The branches of what is a choice, with no members or parts beside it.
    package var plainBranches: [Schema]? {
        guard oneOf.isEmpty != anyOf.isEmpty, properties.isEmpty, allOf.isEmpty else { return nil }
        return oneOf + anyOf
    }

    /// Whether it says of a string that its content is neither text nor JSON (OpenAPI 3.1.0, section 4.8.14.3: how files are
    /// described).
    package var hasBinaryContent: Bool {
        guard contentEncoding == nil, let type = contentMediaType?.lowercased() else { return false }
        return !type.hasPrefix("text/") && !type.contains("json") && !type.contains("xml")
    }

    /// Whether it says that its instances are strings, and nothing of these.
    package var isOnlyString: Bool {
        var rest = self
        rest.types = nil
        return types == [.string] && reference == nil && !rest.asserts
    }

    /// Whether it says anything of its instances: more than a reference, annotations and null do.
    package var asserts: Bool {
        hasShape || types != nil || format != nil || range != Schema.Range() || contentEncoding != nil
            || contentMediaType != nil || contentSchema != nil || not != nil || propertyNames != nil
            || !dependentRequired.isEmpty || !extensibleValues.isEmpty
    }
}

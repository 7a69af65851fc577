// The rules of the source verdict: what each says of code that was written for the old client.

package enum SourceRule: String, CaseIterable, Sendable {
    case namespaceChanged = "source-namespace-changed"

    case typeRemoved = "source-type-removed"
    case typeRenamed = "source-type-renamed"
    case typeAdded = "source-type-added"
    case typeKindChanged = "source-type-kind-changed"
    case typeDeprecated = "source-type-deprecated"
    /// Of a type that the client's declarations are spelt with.
    case nameHidden = "source-name-hidden"
    /// Of another type that much code uses.
    case nameShadowed = "source-name-shadowed"
    /// Of a type that is in another one, which hides it from extensions of that alone.
    case nameShadowedInside = "source-name-shadowed-inside"
    case aliasChanged = "source-alias-changed"
    case conformanceLost = "source-conformance-lost"
    case conformanceAdded = "source-conformance-added"

    case propertyRemoved = "source-property-removed"
    case propertyRenamed = "source-property-renamed"
    case propertyAdded = "source-property-added"
    case propertyTypeChanged = "source-property-type-changed"
    case propertyReadOnly = "source-property-read-only"
    case propertyWritable = "source-property-writable"
    case propertyDeprecated = "source-property-deprecated"
    case propertyMeaningChanged = "source-property-meaning-changed"

    case initArgumentRequired = "source-init-argument-required"
    case initArgumentAdded = "source-init-argument-added"
    case initArgumentRemoved = "source-init-argument-removed"
    case initArgumentRenamed = "source-init-argument-renamed"
    case initArgumentTypeChanged = "source-init-argument-type-changed"
    case initDefaultRemoved = "source-init-default-removed"
    case initDefaultAdded = "source-init-default-added"
    case initDefaultChanged = "source-init-default-changed"
    case initOrderChanged = "source-init-order-changed"

    case caseRemoved = "source-case-removed"
    case caseRenamed = "source-case-renamed"
    /// Of an enum that code outside can't switch over without expecting more.
    case caseAdded = "source-case-added"
    /// Of an enum that it can.
    case caseAddedToClosed = "source-case-added-to-closed-enum"
    case casePayloadChanged = "source-case-payload-changed"
    case caseMeaningChanged = "source-case-meaning-changed"

    /// Of the events of a stream, or of what becomes of one that broke off.
    case streamMeaningChanged = "source-stream-meaning-changed"

    case methodRemoved = "source-method-removed"
    case methodRenamed = "source-method-renamed"
    case methodAdded = "source-method-added"
    case methodReturnTypeChanged = "source-method-return-type-changed"
    case methodDeprecated = "source-method-deprecated"
    /// It requests another endpoint, or decodes bodies of failures as another type.
    case methodMeaningChanged = "source-method-meaning-changed"
    case methodArgumentRequired = "source-method-argument-required"
    case methodArgumentAdded = "source-method-argument-added"
    case methodArgumentRemoved = "source-method-argument-removed"
    case methodArgumentRenamed = "source-method-argument-renamed"
    case methodArgumentTypeChanged = "source-method-argument-type-changed"
    case methodDefaultRemoved = "source-method-default-removed"
    case methodDefaultAdded = "source-method-default-added"
    case methodOrderChanged = "source-method-order-changed"

    case serverRemoved = "source-server-removed"
    case serverAdded = "source-server-added"
    case serverMeaningChanged = "source-server-meaning-changed"

    /// The ids of those by which what the old version calls otherwise is still there.
    static let renames: Set<String> = Set(
        [typeRenamed, propertyRenamed, caseRenamed, methodRenamed].map(\.rawValue))

    package var level: SourceFinding.Level {
        switch self {
        case .namespaceChanged, .typeRemoved, .typeRenamed, .typeKindChanged, .aliasChanged, .conformanceLost,
            .propertyRemoved,
            .propertyRenamed, .propertyTypeChanged, .propertyReadOnly, .propertyMeaningChanged, .initArgumentRequired,
            .initArgumentRemoved, .initArgumentRenamed, .initArgumentTypeChanged, .initDefaultRemoved,
            .initOrderChanged, .caseRemoved, .caseRenamed, .caseAddedToClosed, .casePayloadChanged,
            .caseMeaningChanged, .methodRemoved, .methodRenamed, .methodReturnTypeChanged, .methodArgumentRequired,
            .methodArgumentRemoved, .methodArgumentRenamed, .methodArgumentTypeChanged, .methodDefaultRemoved,
            .methodOrderChanged, .methodMeaningChanged, .serverRemoved, .nameHidden,
            .nameShadowed:
            .breaking
        case .propertyDeprecated, .methodDeprecated: .warning
        case .caseAdded: .conditional
        case .nameShadowedInside, .typeAdded, .typeDeprecated, .conformanceAdded, .propertyAdded, .propertyWritable,
            .initArgumentAdded,
            .initDefaultAdded, .initDefaultChanged, .streamMeaningChanged, .methodAdded, .methodArgumentAdded,
            .methodDefaultAdded,
            .serverAdded, .serverMeaningChanged:
            .compatible
        }
    }

    /// All that changes of it break: what each does, and what some do beside.
    package var mayBreak: [SourceFinding.Use] {
        switch self {
        case .nameHidden: breaks + [.call, .build, .read, .write, .match, .functionValue]
        case .propertyAdded, .propertyWritable, .initDefaultAdded, .initDefaultRemoved: breaks + [.functionValue]
        case .methodDefaultAdded, .methodDefaultRemoved: breaks + [.functionValue, .double]
        case .methodRenamed, .methodReturnTypeChanged, .methodArgumentRequired, .methodArgumentAdded,
            .methodArgumentRemoved, .methodArgumentRenamed, .methodArgumentTypeChanged, .methodOrderChanged:
            breaks + [.double]
        default: breaks
        }
    }

    /// What it breaks unless a change says otherwise.
    package var breaks: [SourceFinding.Use] {
        switch self {
        case .namespaceChanged, .typeRemoved, .typeRenamed, .nameHidden, .nameShadowed, .nameShadowedInside: [.name]
        case .aliasChanged: [.call, .build, .read, .write, .match, .functionValue]
        case .typeKindChanged: [.call, .build, .read, .write, .match, .exhaustiveSwitch, .functionValue, .conform]
        case .conformanceLost: [.conform]
        case .propertyRemoved, .propertyRenamed, .propertyTypeChanged: [.build, .read, .write, .functionValue]
        case .propertyReadOnly: [.write]
        case .initArgumentRequired, .initArgumentRemoved, .initArgumentRenamed, .initArgumentTypeChanged,
            .initOrderChanged:
            [.build, .functionValue]
        case .initDefaultRemoved: [.build]
        case .initArgumentAdded, .methodArgumentAdded: [.functionValue]
        case .caseRemoved, .caseRenamed: [.build, .match, .exhaustiveSwitch]
        case .casePayloadChanged: [.build, .match]
        case .caseAdded, .caseAddedToClosed: [.exhaustiveSwitch]
        case .propertyMeaningChanged, .caseMeaningChanged, .serverMeaningChanged, .initDefaultChanged,
            .streamMeaningChanged, .methodMeaningChanged:
            [.meaning]
        case .methodRemoved, .methodRenamed, .methodReturnTypeChanged, .methodArgumentRequired,
            .methodArgumentRemoved, .methodArgumentRenamed, .methodArgumentTypeChanged, .methodOrderChanged:
            [.call, .functionValue]
        case .methodDefaultRemoved: [.call]
        case .serverRemoved: [.read]
        case .typeAdded, .typeDeprecated, .conformanceAdded, .propertyAdded, .propertyWritable, .propertyDeprecated,
            .initDefaultAdded, .methodAdded, .methodDeprecated, .methodDefaultAdded, .serverAdded:
            []
        }
    }
}

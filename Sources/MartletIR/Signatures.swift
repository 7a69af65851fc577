// What initialisers and methods take, and in which order: rendering and comparing must agree on it.

extension Property {
    package var isConstant: Bool {
        if case .constant = presence { true } else { false }
    }

    /// How many times the type is optional.
    package var optionality: Int {
        switch presence {
        case .required, .defaulted, .constant: 0
        case .requiredNullable, .optional: 1
        case .optionalNullable: 2
        }
    }

    /// Whether an initialiser can be called without it.
    package var hasDefault: Bool {
        switch presence {
        case .required, .requiredNullable, .constant: false
        case .optional, .optionalNullable, .defaulted: true
        }
    }

    package var defaultValue: Literal? {
        if case .defaulted(let literal) = presence { literal } else { nil }
    }

    /// A deprecated member that may be left out is taken by the deprecated initialiser alone.
    package var isDeprecatedParameter: Bool {
        guard deprecation != nil else { return false }
        return presence == .optional || presence == .optionalNullable
    }
}

extension Structure {
    /// What the initialiser takes: those without a default first, so that a call reads `init(model: …, input: …)`.
    package var givenProperties: [Property] {
        let given = properties.filter { !$0.isConstant }
        return given.filter { !$0.hasDefault } + given.filter(\.hasDefault)
    }
}

extension Union {
    /// The case that a string literal stands for.
    package var stringLiteralCase: Case? {
        cases.first { $0.type == .builtin(.string) }
    }

    /// The case that an array literal stands for, where only one holds an array.
    package var arrayLiteralCase: (name: String, element: TypeReference)? {
        let arrays = cases.compactMap { item -> (name: String, element: TypeReference)? in
            guard case .array(let element) = item.type else { return nil }
            return (item.name, element)
        }
        return arrays.count == 1 ? arrays[0] : nil
    }
}

extension Client {
    /// Where the requests of a client go that is given no server; the document's first decides, or none does.
    package var defaultServer: ServerChoice? {
        incompleteServer == nil ? servers.first : nil
    }

    /// The static property for each server.
    package var serverNames: [String] {
        servers.indices.map { place in
            if place == 0, defaultServer != nil { return "defaultServer" }
            return "server\(place + (defaultServer == nil ? 2 : 1))"
        }
    }

    /// What makes the address of the server called `name`, where the server has variables.
    package static func serverMaker(_ name: String) -> String {
        "make" + name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension SecurityScheme {
    /// What makes a credential of a client's own.
    package var clientCredentialsMaker: String {
        name + "ClientCredentials"
    }

    /// What makes a credential of a refresh token.
    package var refreshTokenMaker: String {
        name + "RefreshToken"
    }
}

extension Operation {
    package enum Argument: Sendable {
        case parameter(Parameter)
        case body(Body)
    }

    /// What takes arguments.
    package enum Method: Sendable {
        /// What gives the answer, as the operation's type or one of the caller's, or page by page.
        case call
        case stream
        /// What gives the response without decoding.
        case raw
    }

    /// What must be given comes first, then the body, then what may be left out. But for the raw response, the parameter
    /// that asks for a stream isn't the caller's to give; and of a stream, a body that asks for it can't be left out.
    package func arguments(of method: Method) -> [Argument] {
        let setting = method == .raw ? nil : stream?.parameter?.property
        let given = parameters.filter { $0.name != setting }
        var body = body
        if method == .stream, stream?.settings.isEmpty == false { body?.isRequired = true }
        return given.filter(\.isRequired).map(Argument.parameter) + (body.map { [.body($0)] } ?? [])
            + given.filter { !$0.isRequired }.map(Argument.parameter)
    }
}

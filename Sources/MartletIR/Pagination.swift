// How an operation gives a list page by page.

package struct Pagination: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// A parameter takes what a member of the page says.
        case cursor(parameter: String, next: [MemberStep])
        /// A parameter takes a member of the last item.
        case lastItem(parameter: String, member: [MemberStep])
        case offset(parameter: String, first: Int, total: [MemberStep]?)
        case number(parameter: String, first: Int, pages: [MemberStep]?)
        /// A member of the page is the address of the next.
        case url([MemberStep])
        /// The response's `Link` field has the address of the next.
        case link
    }

    /// Of the method.
    package var name: String
    package var kind: Kind
    package var page: TypeReference
    /// From the page to its items; empty where the page is the list.
    package var items: [MemberStep]
    package var item: TypeReference
    /// From the page to what says whether there is another.
    package var more: [MemberStep]?

    package init(
        name: String, kind: Kind, page: TypeReference, items: [MemberStep], item: TypeReference, more: [MemberStep]?
    ) {
        self.name = name
        self.kind = kind
        self.page = page
        self.items = items
        self.item = item
        self.more = more
    }

    /// Whether fetching a page takes more than calling the operation.
    package var needsResponse: Bool {
        switch kind {
        case .url, .link: true
        case .cursor, .lastItem, .offset, .number: false
        }
    }
}

/// A property on the way from a value to what is in it.
package struct MemberStep: Encodable, Equatable, Sendable {
    package enum Presence: String, Encodable, Equatable, Sendable {
        case required, optional
        /// Optional twice: absent and null differ.
        case twofold
    }

    package var property: String
    package var presence: Presence

    package init(property: String, presence: Presence) {
        self.property = property
        self.presence = presence
    }
}

// What names of documents come to in Swift: a table of members and types.

import Testing

@testable import MartletLowering
@testable import MartletNaming

@Suite struct SwiftNameTests {
    @Test(arguments: rows)
    func names(_ row: Row) {
        #expect(SwiftName.member(row.text) == row.member)
        #expect(SwiftName.type(row.text) == row.type)
    }

    @Test(arguments: rows)
    func areIdentifiers(_ row: Row) {
        for name in [SwiftName.member(row.text), SwiftName.type(row.text)] {
            let scalars = Array(name.unicodeScalars)
            #expect(scalars.first.map { $0 == "_" || $0.properties.isXIDStart } == true)
            #expect(scalars.allSatisfy { $0.properties.isXIDContinue })
        }
    }

    @Test func everyScalarAloneIsAnIdentifier() {
        for value in (0...0x2FFF).compactMap(Unicode.Scalar.init) {
            for name in [SwiftName.member(String(value)), SwiftName.type("a" + String(value))] {
                let isName = name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
                #expect(isName && !name.isEmpty, "U+\(String(value.value, radix: 16)) is called \(name)")
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var member: String
        var type: String

        init(_ text: String, _ member: String, _ type: String) {
            (self.text, self.member, self.type) = (text, member, type)
        }

        var testDescription: String {
            "'\(text)'"
        }
    }

    static let rows = plain + acronyms + digits + symbols + scripts
}

extension SwiftNameTests {
    private static let plain = [
        Row("name", "name", "Name"),
        Row("previous_response", "previousResponse", "PreviousResponse"),
        Row("createdAt", "createdAt", "CreatedAt"),
        Row("CreateResponse", "createResponse", "CreateResponse"),
        Row("max-output-tokens", "maxOutputTokens", "MaxOutputTokens"),
        Row("response.output_text.delta", "responseOutputTextDelta", "ResponseOutputTextDelta"),
        Row("with space", "withSpace", "WithSpace"),
        Row("  around  ", "around", "Around"),
        Row("__private__", "private", "Private"),
        Row("path/to/it", "pathToIt", "PathToIt"),
        Row("a", "a", "A"),
        Row("COMPLETED", "completed", "Completed"),
        Row("POST", "post", "POST"),
        Row("END_OF_FILE", "endOfFile", "EndOfFile"),
        Row("USER_ID", "userID", "UserID"),
    ]

    private static let acronyms = [
        Row("id", "id", "ID"),
        Row("ID", "id", "ID"),
        Row("Id", "id", "ID"),
        Row("previous_response_id", "previousResponseID", "PreviousResponseID"),
        Row("image_url", "imageURL", "ImageURL"),
        Row("imageUrl", "imageURL", "ImageURL"),
        Row("imageURL", "imageURL", "ImageURL"),
        Row("file_ids", "fileIDs", "FileIDs"),
        Row("fileIDs", "fileIDs", "FileIDs"),
        Row("URLs", "urls", "URLs"),
        Row("URLSession", "urlSession", "URLSession"),
        Row("URLs_of_APIs", "urlsOfAPIs", "URLsOfAPIs"),
        Row("HTMLParser", "htmlParser", "HTMLParser"),
        Row("HTTPStatus", "httpStatus", "HTTPStatus"),
        Row("HTTP_STATUS", "httpStatus", "HTTPStatus"),
        Row("x-api-key", "xAPIKey", "XAPIKey"),
        Row("OpenAI", "openAI", "OpenAI"),
        Row("iPhone", "iPhone", "IPhone"),
        Row("utf8_text", "utf8Text", "UTF8Text"),
        Row("identity", "identity", "Identity"),
    ]

    private static let digits = [
        Row("gpt-4", "gpt4", "Gpt4"),
        Row("gpt-4.1", "gpt4_1", "Gpt4_1"),
        Row("gpt-41", "gpt41", "Gpt41"),
        Row("2fa", "_2fa", "_2fa"),
        Row("3DModel", "_3DModel", "_3DModel"),
        Row("1024x768", "_1024x768", "_1024x768"),
        Row("v1Beta2", "v1Beta2", "V1Beta2"),
        Row("sha256", "sha256", "Sha256"),
        Row("2024-06-01", "_2024_06_01", "_2024_06_01"),
        Row("42", "_42", "_42"),
        Row("UTF-8", "utf8", "UTF8"),
        Row("ISO-8601", "iso8601", "ISO8601"),
    ]

    private static let symbols = [
        Row("", "empty", "Empty"),
        Row("+1", "plus1", "Plus1"),
        Row("-1", "minus1", "Minus1"),
        Row("-created_at", "createdAt", "CreatedAt"),
        Row("+", "plus", "Plus"),
        Row("-", "minus", "Minus"),
        Row("<=", "lessEqual", "LessEqual"),
        Row("a<b", "aLessB", "ALessB"),
        Row("*", "star", "Star"),
        Row("$ref", "ref", "Ref"),
        Row("@type", "type", "Type"),
        Row(".", "u2e", "U2E"),
        Row("\u{0}", "u0", "U0"),
        Row("a\"quote", "aQuote", "AQuote"),
        Row("a\\(b)", "aB", "AB"),
        Row("`", "u60", "U60"),
    ]

    private static let scripts = [
        Row("\u{1F426}", "u1f426", "U1f426"),
        Row("a\u{1F426}b", "aB", "AB"),
        Row("名前", "名前", "名前"),
        Row("имя_поля", "имяПоля", "ИмяПоля"),
        Row("größe", "größe", "Größe"),
        Row("ÄrgerImBüro", "ärgerImBüro", "ÄrgerImBüro"),
        Row("cafe\u{301}", "cafe\u{301}", "Cafe\u{301}"),
        Row("\u{301}a", "_\u{301}a", "_\u{301}a"),
        Row("a\u{200D}b", "aB", "AB"),
        Row("a\u{202E}b", "aB", "AB"),
    ]
}

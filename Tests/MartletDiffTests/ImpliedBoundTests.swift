// Bounds that other words keep: values, formats, and the exclusive bound of the same side.

import Testing

@testable import MartletDiff

@Suite struct ImpliedBoundTests {
    @Test(arguments: [
        MemberRow(
            old: "{type: integer, minimum: 1, maximum: 10}", new: "{type: integer, enum: [1, 2, 10]}",
            request: [
                "breaking request-property-became-enum: request property 'p' was restricted to listed values at p/enum"
            ],
            response: [
                "info response-property-became-enum: property 'p' of the 200 response was restricted to listed values at p/enum"
            ]),
        MemberRow(
            old: "{type: integer, enum: [1, 2, 10]}", new: "{type: integer, minimum: 1, maximum: 10}",
            request: [
                "info request-property-became-not-enum: request property 'p' isn't restricted to listed values any more at p"
            ],
            response: [
                "warning response-property-became-not-enum: property 'p' of the 200 response isn't restricted to listed values any more at p"
            ]),
        MemberRow(
            old: "{type: integer, maximum: 10}", new: "{type: integer, enum: [1, 11]}",
            request: [
                "breaking request-property-became-enum: request property 'p' was restricted to listed values at p/enum",
                "info request-property-max-unset: request property 'p': 'maximum' is gone, it was 10 at p",
            ],
            response: [
                "info response-property-became-enum: property 'p' of the 200 response was restricted to listed values at p/enum",
                "breaking response-property-max-unset: property 'p' of the 200 response: 'maximum' is gone, it was 10 at p",
            ]),
        MemberRow(
            old: "{type: string, maxLength: 2}", new: "{type: string, const: aa}",
            request: [
                "breaking request-property-const-added: request property 'p' must be 'aa' now at p/const"
            ],
            response: [
                "info response-property-const-added: property 'p' of the 200 response must be 'aa' now at p/const"
            ]),
        MemberRow(
            old: "{type: string, maxLength: 1}", new: "{type: string, const: aa}",
            request: [
                "breaking request-property-const-added: request property 'p' must be 'aa' now at p/const",
                "info request-property-max-length-unset: request property 'p': 'maxLength' is gone, it was 1 at p",
            ],
            response: [
                "info response-property-const-added: property 'p' of the 200 response must be 'aa' now at p/const",
                "breaking response-property-max-length-unset: property 'p' of the 200 response: 'maxLength' is gone, it was 1 at p",
            ]),
        MemberRow(
            old: "{type: string, maxLength: 36}", new: "{type: string, format: uuid}",
            request: [
                "breaking request-property-type-changed: request property 'p': the type changed from 'string' to 'string, uuid' at p/format"
            ],
            response: [
                "info response-property-type-specialized: property 'p' of the 200 response: the type was narrowed from 'string' to 'string, uuid' at p/format"
            ]),
        MemberRow(
            old: "{type: string, format: uuid}", new: "{type: string, maxLength: 36}",
            request: [
                "info request-property-type-generalized: request property 'p': the type was widened from 'string, uuid' to 'string' at p"
            ],
            response: [
                "breaking response-property-type-changed: property 'p' of the 200 response: the type changed from 'string, uuid' to 'string' at p"
            ]),
        MemberRow(
            old: "{type: string, maxLength: 35}", new: "{type: string, format: uuid}",
            request: [
                "breaking request-property-type-changed: request property 'p': the type changed from 'string' to 'string, uuid' at p/format",
                "info request-property-max-length-unset: request property 'p': 'maxLength' is gone, it was 35 at p",
            ],
            response: [
                "info response-property-type-specialized: property 'p' of the 200 response: the type was narrowed from 'string' to 'string, uuid' at p/format",
                "breaking response-property-max-length-unset: property 'p' of the 200 response: 'maxLength' is gone, it was 35 at p",
            ]),
    ])
    func words(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    @Test(arguments: [
        MemberRow(
            old: "{type: number, exclusiveMinimum: 0}", new: "{type: number, minimum: 5}",
            request: [
                "breaking request-property-min-increased: request property 'p': 'minimum' was raised from 0 to 5 at p/minimum"
            ],
            response: [
                "info response-property-min-increased: property 'p' of the 200 response: 'minimum' was raised from 0 to 5 at p/minimum"
            ]
        ),
        MemberRow(
            old: "{type: number, minimum: 5}", new: "{type: number, exclusiveMinimum: 0}",
            request: [
                "info request-property-exclusive-min-decreased: request property 'p': 'exclusiveMinimum' was lowered from 5 to 0 at p/exclusiveMinimum"
            ],
            response: [
                "breaking response-property-exclusive-min-decreased: property 'p' of the 200 response: 'exclusiveMinimum' was lowered from 5 to 0 at p/exclusiveMinimum"
            ]
        ),
        MemberRow(
            old: "{type: number, exclusiveMaximum: 10}", new: "{type: number, maximum: 5}",
            request: [
                "breaking request-property-max-decreased: request property 'p': 'maximum' was lowered from 10 to 5 at p/maximum"
            ],
            response: [
                "info response-property-max-decreased: property 'p' of the 200 response: 'maximum' was lowered from 10 to 5 at p/maximum"
            ]),
        MemberRow(
            old: "{type: number, maximum: 5}", new: "{type: number, exclusiveMaximum: 5}",
            request: [
                "warning request-property-exclusive-max-set: request property 'p': 'exclusiveMaximum' is new, 5 at p/exclusiveMaximum"
            ],
            response: [
                "info response-property-exclusive-max-set: property 'p' of the 200 response: 'exclusiveMaximum' is new, 5 at p/exclusiveMaximum"
            ]
        ),
        MemberRow(
            old: "{type: number, exclusiveMaximum: 5}", new: "{type: number, maximum: 5}",
            request: [
                "info request-property-exclusive-max-unset: request property 'p': 'exclusiveMaximum' is gone, it was 5 at p"
            ],
            response: [
                "breaking response-property-exclusive-max-unset: property 'p' of the 200 response: 'exclusiveMaximum' is gone, it was 5 at p"
            ]
        ),
    ])
    func exclusive(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QLatin1StringView>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

/// The members of every type of facts.h, listed once for all that go through them: describe() hands each to
/// member(name, reference). A new member is added in facts.h and here.
struct Members
{
    template <typename Member>
    static void describe(Sentence &v, Member &&member)
    {
        member("text"_L1, v.text);
        member("values"_L1, v.values);
    }

    template <typename Member>
    static void describe(Error &v, Member &&member)
    {
        member("code"_L1, v.code);
        member("where"_L1, v.where);
        member("detail"_L1, v.detail);
    }

    template <typename Member>
    static void describe(NotRead &v, Member &&member)
    {
        member("cause"_L1, v.cause);
        member("why"_L1, v.why);
    }

    template <typename Member>
    static void describe(Measurement &v, Member &&member)
    {
        member("value"_L1, v.value);
        member("regions"_L1, v.regions);
    }

    template <typename Member>
    static void describe(Quality &v, Member &&member)
    {
        member("darkness"_L1, v.darkness);
        member("glare"_L1, v.glare);
        member("shadow"_L1, v.shadow);
        member("obstruction"_L1, v.obstruction);
        member("blur"_L1, v.blur);
        member("cropping"_L1, v.cropping);
        member("filtering"_L1, v.filtering);
    }

    template <typename Member>
    static void describe(MrzFields &v, Member &&member)
    {
        member("document_code"_L1, v.documentCode);
        member("issuer"_L1, v.issuer);
        member("number"_L1, v.number);
        member("surname"_L1, v.surname);
        member("given_names"_L1, v.givenNames);
        member("nationality"_L1, v.nationality);
        member("sex"_L1, v.sex);
        member("date_of_birth"_L1, v.dateOfBirth);
        member("expires_on"_L1, v.expiresOn);
    }

    template <typename Member>
    static void describe(Mrz &v, Member &&member)
    {
        member("format"_L1, v.format);
        member("lines"_L1, v.lines);
        member("fields"_L1, v.fields);
        member("check_digits"_L1, v.checkDigits);
        member("repaired"_L1, v.repaired);
        member("verified"_L1, v.verified);
        member("line_regions"_L1, v.lineRegions);
    }

    template <typename Member>
    static void describe(Barcode &v, Member &&member)
    {
        member("symbology"_L1, v.symbology);
        member("text"_L1, v.text);
        member("region"_L1, v.region);
    }

    template <typename Member>
    static void describe(TextLine &v, Member &&member)
    {
        member("text"_L1, v.text);
        member("region"_L1, v.region);
        member("page"_L1, v.page);
        member("confidence"_L1, v.confidence);
    }

    template <typename Member>
    static void describe(PrintedField &v, Member &&member)
    {
        member("value"_L1, v.value);
        member("source"_L1, v.source);
    }

    template <typename Member>
    static void describe(TypeGuess &v, Member &&member)
    {
        member("type"_L1, v.type);
        member("confidence"_L1, v.confidence);
        member("grounds"_L1, v.grounds);
        member("source"_L1, v.source);
    }

    template <typename Member>
    static void describe(SideGuess &v, Member &&member)
    {
        member("side"_L1, v.side);
        member("confidence"_L1, v.confidence);
        member("grounds"_L1, v.grounds);
    }

    template <typename Member>
    static void describe(Document &v, Member &&member)
    {
        member("quad"_L1, v.quad);
        member("fills_frame"_L1, v.fillsFrame);
        member("cut_at"_L1, v.cutAt);
        member("other_quads"_L1, v.otherQuads);
        member("quality"_L1, v.quality);
        member("mrz"_L1, v.mrz);
        member("barcodes"_L1, v.barcodes);
        member("text"_L1, v.text);
        member("type"_L1, v.type);
        member("side"_L1, v.side);
        member("printed"_L1, v.printed);
    }

    template <typename Member>
    static void describe(Face &v, Member &&member)
    {
        member("box"_L1, v.box);
        member("score"_L1, v.score);
        member("landmarks"_L1, v.landmarks);
        member("embedding"_L1, v.embedding);
        member("sharpness"_L1, v.sharpness);
        member("luma"_L1, v.luma);
        member("clipped_share"_L1, v.clippedShare);
    }

    template <typename Member>
    static void describe(Faces &v, Member &&member)
    {
        member("detector"_L1, v.detector);
        member("recognizer"_L1, v.recognizer);
        member("faces"_L1, v.faces);
    }

    template <typename Member>
    static void describe(Handheld &v, Member &&member)
    {
        member("text"_L1, v.text);
        member("date"_L1, v.date);
        member("document_inliers"_L1, v.documentInliers);
    }

    template <typename Member>
    static void describe(AddressProof &v, Member &&member)
    {
        member("kind"_L1, v.kind);
        member("text"_L1, v.text);
        member("from_text_layer"_L1, v.fromTextLayer);
        member("issued_on"_L1, v.issuedOn);
        member("other_dates"_L1, v.otherDates);
        member("other_dates_explained"_L1, v.otherDatesExplained);
        member("names"_L1, v.names);
        member("addresses"_L1, v.addresses);
        member("screenshot"_L1, v.screenshot);
    }

    template <typename Member>
    static void describe(EditingCue &v, Member &&member)
    {
        member("name"_L1, v.name);
        member("score"_L1, v.score);
        member("seen"_L1, v.seen);
        member("page"_L1, v.page);
        member("regions"_L1, v.regions);
    }

    template <typename Member>
    static void describe(Editing &v, Member &&member)
    {
        member("cues"_L1, v.cues);
    }

    template <typename Member>
    static void describe(FileFacts &v, Member &&member)
    {
        member("path"_L1, v.path);
        member("role"_L1, v.role);
        member("sha256"_L1, v.sha256);
        member("bytes"_L1, v.bytes);
        member("kind"_L1, v.kind);
        member("pages"_L1, v.pages);
        member("unreadable"_L1, v.unreadable);
        member("perceptual_hash"_L1, v.perceptualHash);
        member("document"_L1, v.document);
        member("faces"_L1, v.faces);
        member("handheld"_L1, v.handheld);
        member("address_proof"_L1, v.addressProof);
        member("editing"_L1, v.editing);
        member("stage_ms"_L1, v.stageMs);
    }

    template <typename Member>
    static void describe(FaceMatch &v, Member &&member)
    {
        member("a"_L1, v.a);
        member("b"_L1, v.b);
        member("score"_L1, v.score);
        member("model"_L1, v.model);
    }

    template <typename Member>
    static void describe(Duplicate &v, Member &&member)
    {
        member("path"_L1, v.path);
        member("other_case_id"_L1, v.otherCaseId);
        member("other_path"_L1, v.otherPath);
        member("same_bytes"_L1, v.sameBytes);
    }

    template <typename Member>
    static void describe(Facts &v, Member &&member)
    {
        member("files"_L1, v.files);
        member("face_matches"_L1, v.faceMatches);
        member("duplicates"_L1, v.duplicates);
        member("complete"_L1, v.complete);
    }
};

} // namespace scrutineer::facts

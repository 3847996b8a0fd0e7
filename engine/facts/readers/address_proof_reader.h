// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/reader_tools.h"
#include "engine/image/picture.h"

namespace scrutineer::facts {

/// Reads a proof of address page by page: its text layer where it has one, else by OCR (the first pages
/// only). Stages: "text", "fields". One thread.
class AddressProofReader
{
public:
    /// kind: the file's media type.
    AddressProofReader(ReaderTools &tools, QString kind) : m_tools(tools), m_kind(std::move(kind)) {}

    /// Pages in order. words: the page's text layer, empty where there is none.
    void addPage(const image::Picture &picture, const QList<image::Word> &words);

    /// What all pages say together.
    [[nodiscard]] AddressProof result();

private:
    [[nodiscard]] bool isPdf() const { return m_kind == QLatin1StringView("application/pdf"); }
    [[nodiscard]] QList<LaidLine> readByOcr(const image::Picture &picture);

    ReaderTools &m_tools;
    QString m_kind;
    int m_pages = 0;
    bool m_fromTextLayer = false;
    QString m_language; ///< Tesseract's name, by the first page that was read by OCR
    QList<ProofLine> m_lines;
    Reading<Measurement> m_screenshot;
};

} // namespace scrutineer::facts

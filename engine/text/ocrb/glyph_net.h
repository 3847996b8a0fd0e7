// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_alphabet.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace scrutineer::text {

/// Fully connected layers with rectifiers between them and a softmax behind the last one. Weights are kept by
/// input, then output.
struct NetLayer
{
    int inputs = 0;
    int outputs = 0;
    std::vector<float> weights;
    std::vector<float> biases;
};

/// A small classifier of cells (glyph_cells.h), trained on rendered OCR-B by the tool train_mrz.
class GlyphNet
{
public:
    /// The net that is built in.
    [[nodiscard]] static const GlyphNet &builtIn();
    /// Empty where the bytes are not those of a net for these cells and classes.
    [[nodiscard]] static std::optional<GlyphNet> fromBytes(const QByteArray &bytes);
    explicit GlyphNet(std::vector<NetLayer> layers) : m_layers(std::move(layers)) {}

    /// Weights in 8 bits with one scale for each output.
    [[nodiscard]] QByteArray toBytes() const;
    /// One row of scores for each cell.
    [[nodiscard]] std::vector<ClassScores> classify(const std::vector<float> &cells) const;

private:
    std::vector<NetLayer> m_layers;
};

/// out[j] += sum of in[k] weights[k][j], for each of count rows.
void addProducts(const float *in, const float *weights, float *out, int count, int inputs, int outputs);
/// weights[k][j] += sum over rows of in[k] delta[j].
void addOuterProducts(const float *in, const float *delta, float *weights, int count, int inputs,
                      int outputs);

} // namespace scrutineer::text

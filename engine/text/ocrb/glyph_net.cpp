// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/glyph_net.h"

#include "engine/text/ocrb/glyph_cells.h"

#include <QDataStream>
#include <QFile>
#include <QIODevice>

#include <algorithm>
#include <cmath>

// Q_INIT_RESOURCE declares a function of the global namespace, so this stands in no namespace.
static void registerNet()
{
    static const bool registered = [] {
        Q_INIT_RESOURCE(ocrb);
        return true;
    }();
    Q_UNUSED(registered)
}

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 magic = 0x4F435242; // "OCRB"
constexpr int mostLayers = 4;
constexpr int mostNodes = 512;

NetLayer readLayer(QDataStream &stream, int inputs)
{
    NetLayer layer;
    qint32 outputs = 0;
    stream >> outputs;
    if (stream.status() != QDataStream::Ok || outputs < 1 || outputs > mostNodes)
        return layer;
    std::vector<float> scales(static_cast<std::size_t>(outputs));
    layer.biases.resize(scales.size());
    for (std::size_t i = 0; i < scales.size(); ++i)
        stream >> scales[i] >> layer.biases[i];
    layer.weights.resize(static_cast<std::size_t>(inputs) * scales.size());
    for (std::size_t i = 0; i < layer.weights.size(); ++i) {
        qint8 weight = 0;
        stream >> weight;
        layer.weights[i] = static_cast<float>(weight) * scales[i % scales.size()];
    }
    layer.inputs = inputs;
    layer.outputs = stream.status() == QDataStream::Ok ? outputs : 0;
    return layer;
}

void toLogProbabilities(const float *logits, ClassScores &scores)
{
    const float most = *std::max_element(logits, logits + classCount);
    float sum = 0;
    for (int i = 0; i < classCount; ++i)
        sum += std::exp(logits[i] - most);
    const float total = most + std::log(sum);
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = logits[i] - total;
}

} // namespace

const GlyphNet &GlyphNet::builtIn()
{
    static const GlyphNet net = [] {
        registerNet();
        QFile file(u":/scrutineer/ocrb/glyphs.net"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        return fromBytes(opened ? file.readAll() : QByteArray()).value_or(GlyphNet({}));
    }();
    return net;
}

std::optional<GlyphNet> GlyphNet::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 mark = 0;
    qint32 count = 0;
    stream >> mark >> count;
    if (mark != magic || count < 1 || count > mostLayers)
        return std::nullopt;
    std::vector<NetLayer> layers;
    int inputs = cellArea;
    for (int i = 0; i < count; ++i) {
        layers.push_back(readLayer(stream, inputs));
        inputs = layers.back().outputs;
        if (inputs == 0)
            return std::nullopt;
    }
    if (inputs != classCount)
        return std::nullopt;
    return GlyphNet(std::move(layers));
}

QByteArray GlyphNet::toBytes() const
{
    constexpr float steps = 127;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << magic << static_cast<qint32>(m_layers.size());
    for (const NetLayer &layer : m_layers) {
        const auto outputs = static_cast<std::size_t>(layer.outputs);
        std::vector<float> scales(outputs, 1e-6F);
        for (std::size_t i = 0; i < layer.weights.size(); ++i)
            scales[i % outputs] = std::max(scales[i % outputs], std::abs(layer.weights[i]) / steps);
        stream << static_cast<qint32>(layer.outputs);
        for (std::size_t i = 0; i < outputs; ++i)
            stream << scales[i] << layer.biases[i];
        for (std::size_t i = 0; i < layer.weights.size(); ++i)
            stream << static_cast<qint8>(std::lround(layer.weights[i] / scales[i % outputs]));
    }
    return bytes;
}

std::vector<ClassScores> GlyphNet::classify(const std::vector<float> &cells) const
{
    const auto count = static_cast<int>(cells.size() / cellArea);
    std::vector<ClassScores> scores(static_cast<std::size_t>(count));
    if (m_layers.empty())
        return {};
    std::vector<float> values = cells;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const NetLayer &layer = m_layers[i];
        std::vector<float> next;
        next.reserve(static_cast<std::size_t>(count) * layer.biases.size());
        for (int row = 0; row < count; ++row)
            next.insert(next.end(), layer.biases.begin(), layer.biases.end());
        addProducts(values.data(), layer.weights.data(), next.data(), count, layer.inputs, layer.outputs);
        if (i + 1 < m_layers.size()) {
            for (float &value : next)
                value = std::max(value, 0.0F);
        }
        values = std::move(next);
    }
    for (std::size_t row = 0; row < scores.size(); ++row)
        toLogProbabilities(values.data() + row * classCount, scores[row]);
    return scores;
}

} // namespace scrutineer::text

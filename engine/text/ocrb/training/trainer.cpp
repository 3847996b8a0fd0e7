// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/training/trainer.h"

#include "engine/text/ocrb/training/strip_painter.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace scrutineer::text {

namespace {

constexpr int batchSize = 32;
constexpr float momentum = 0.9F;
constexpr float firstRate = 0.05F;
constexpr float smoothing = 0.03F; ///< of the labels: keeps the net from being too sure of itself
constexpr float decay = 2e-5F;

/// One layer with what it needs to learn.
struct Learner
{
    NetLayer layer;
    std::vector<float> weightSpeed;
    std::vector<float> biasSpeed;
    std::vector<float> weightSlope;
    std::vector<float> biasSlope;
    std::vector<float> values; ///< outputs of the batch
    std::vector<float> errors;
};

Learner learnerFor(int inputs, int outputs, std::mt19937_64 &generator)
{
    Learner learner;
    learner.layer.inputs = inputs;
    learner.layer.outputs = outputs;
    const std::size_t count = static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs);
    const double range = std::sqrt(6.0 / inputs);
    for (std::size_t i = 0; i < count; ++i)
        learner.layer.weights.push_back(
            static_cast<float>(range * (static_cast<double>(generator() >> 11U) * 0x1p-52 - 1)));
    learner.layer.biases.assign(static_cast<std::size_t>(outputs), 0);
    learner.weightSpeed.assign(count, 0);
    learner.weightSlope.assign(count, 0);
    learner.biasSpeed.assign(static_cast<std::size_t>(outputs), 0);
    learner.biasSlope.assign(static_cast<std::size_t>(outputs), 0);
    learner.values.assign(static_cast<std::size_t>(outputs) * batchSize, 0);
    learner.errors.assign(static_cast<std::size_t>(outputs) * batchSize, 0);
    return learner;
}

void forward(std::vector<Learner> &learners, const std::vector<float> &batch)
{
    const float *in = batch.data();
    for (std::size_t i = 0; i < learners.size(); ++i) {
        Learner &learner = learners[i];
        for (int row = 0; row < batchSize; ++row)
            std::copy(learner.layer.biases.begin(), learner.layer.biases.end(),
                      learner.values.begin() + static_cast<long>(row) * learner.layer.outputs);
        addProducts(in, learner.layer.weights.data(), learner.values.data(), batchSize, learner.layer.inputs,
                    learner.layer.outputs);
        if (i + 1 < learners.size()) {
            for (float &value : learner.values)
                value = std::max(value, 0.0F);
        }
        in = learner.values.data();
    }
}

void outputErrors(Learner &last, const std::vector<int> &labels)
{
    for (std::size_t row = 0; row < batchSize; ++row) {
        const float *logits = last.values.data() + row * classCount;
        float *errors = last.errors.data() + row * classCount;
        const float most = *std::max_element(logits, logits + classCount);
        float sum = 0;
        for (int i = 0; i < classCount; ++i)
            sum += errors[i] = std::exp(logits[i] - most);
        for (int i = 0; i < classCount; ++i) {
            const float wanted = (i == labels[row] ? 1 - smoothing : 0) + smoothing / classCount;
            errors[i] = (errors[i] / sum - wanted) / batchSize;
        }
    }
}

/// Hands the errors of a layer to the one before it.
void passBack(const Learner &from, Learner &to)
{
    const int outputs = from.layer.outputs;
    for (int row = 0; row < batchSize; ++row) {
        for (int k = 0; k < from.layer.inputs; ++k) {
            const std::size_t at =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(to.layer.outputs) +
                static_cast<std::size_t>(k);
            float sum = 0;
            if (to.values[at] > 0) {
                const float *weights = from.layer.weights.data() + static_cast<long>(k) * outputs;
                const float *errors = from.errors.data() + static_cast<long>(row) * outputs;
                for (int j = 0; j < outputs; ++j)
                    sum += weights[j] * errors[j];
            }
            to.errors[at] = sum;
        }
    }
}

void update(Learner &learner, const float *in, float rate)
{
    std::fill(learner.weightSlope.begin(), learner.weightSlope.end(), 0.0F);
    std::fill(learner.biasSlope.begin(), learner.biasSlope.end(), 0.0F);
    addOuterProducts(in, learner.errors.data(), learner.weightSlope.data(), batchSize, learner.layer.inputs,
                     learner.layer.outputs);
    for (std::size_t i = 0; i < learner.errors.size(); ++i)
        learner.biasSlope[i % learner.biasSlope.size()] += learner.errors[i];
    for (std::size_t i = 0; i < learner.weightSpeed.size(); ++i) {
        float &speed = learner.weightSpeed[i];
        speed = momentum * speed - rate * (learner.weightSlope[i] + decay * learner.layer.weights[i]);
        learner.layer.weights[i] += speed;
    }
    for (std::size_t i = 0; i < learner.biasSpeed.size(); ++i) {
        learner.biasSpeed[i] = momentum * learner.biasSpeed[i] - rate * learner.biasSlope[i];
        learner.layer.biases[i] += learner.biasSpeed[i];
    }
}

void learn(std::vector<Learner> &learners, const std::vector<float> &batch, const std::vector<int> &labels,
           float rate)
{
    forward(learners, batch);
    outputErrors(learners.back(), labels);
    for (std::size_t i = learners.size() - 1; i > 0; --i)
        passBack(learners[i], learners[i - 1]);
    for (std::size_t i = 0; i < learners.size(); ++i)
        update(learners[i], i == 0 ? batch.data() : learners[i - 1].values.data(), rate);
}

void shuffle(std::vector<std::size_t> &order, std::mt19937_64 &generator)
{
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[generator() % i]);
}

} // namespace

CellSamples paintedCells(uint64_t seed, int strips)
{
    StripPainter painter(seed);
    CellSamples samples;
    for (int i = 0; i < strips; ++i) {
        const PaintedStrip painted = painter.paint();
        const std::vector<float> cells = cellsOf(painted.strip, painted.grid, painted.indices);
        samples.cells.insert(samples.cells.end(), cells.begin(), cells.end());
        samples.labels.insert(samples.labels.end(), painted.labels.begin(), painted.labels.end());
    }
    return samples;
}

GlyphNet trainGlyphNet(const TrainingPlan &plan)
{
    const CellSamples samples = paintedCells(plan.seed, plan.strips);
    std::mt19937_64 generator(plan.seed);
    std::vector<Learner> learners;
    int inputs = cellArea;
    for (const int nodes : plan.hidden) {
        learners.push_back(learnerFor(inputs, nodes, generator));
        inputs = nodes;
    }
    learners.push_back(learnerFor(inputs, classCount, generator));
    std::vector<std::size_t> order(samples.labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t batches = order.size() / batchSize;
    std::vector<float> batch(static_cast<std::size_t>(batchSize) * cellArea);
    std::vector<int> labels(batchSize);
    const double steps = static_cast<double>(batches) * plan.rounds;
    double step = 0;
    for (int round = 0; round < plan.rounds; ++round) {
        shuffle(order, generator);
        for (std::size_t b = 0; b < batches; ++b, ++step) {
            for (std::size_t row = 0; row < batchSize; ++row) {
                const std::size_t from = order[b * batchSize + row];
                std::copy_n(samples.cells.begin() + static_cast<long>(from * cellArea), cellArea,
                            batch.begin() + static_cast<long>(row * cellArea));
                labels[row] = samples.labels[from];
            }
            const double left = 1 - step / steps;
            learn(learners, batch, labels, firstRate * static_cast<float>(left * left + 0.002));
        }
    }
    std::vector<NetLayer> layers;
    layers.reserve(learners.size());
    for (Learner &learner : learners)
        layers.push_back(std::move(learner.layer));
    return GlyphNet(std::move(layers));
}

} // namespace scrutineer::text

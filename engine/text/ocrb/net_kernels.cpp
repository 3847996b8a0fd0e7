// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/glyph_net.h"

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SCRUTINEER_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define SCRUTINEER_CLONES
#endif

namespace scrutineer::text {

SCRUTINEER_CLONES
void addProducts(const float *in, const float *weights, float *out, int count, int inputs, int outputs)
{
    for (int row = 0; row < count; ++row) {
        const float *from = in + static_cast<long>(row) * inputs;
        float *to = out + static_cast<long>(row) * outputs;
        int k = 0;
        for (; k + 4 <= inputs; k += 4) {
            const float *w = weights + static_cast<long>(k) * outputs;
            const float a = from[k];
            const float b = from[k + 1];
            const float c = from[k + 2];
            const float d = from[k + 3];
            for (int j = 0; j < outputs; ++j)
                to[j] += (a * w[j] + b * w[outputs + j]) + (c * w[2 * outputs + j] + d * w[3 * outputs + j]);
        }
        for (; k < inputs; ++k) {
            const float *w = weights + static_cast<long>(k) * outputs;
            for (int j = 0; j < outputs; ++j)
                to[j] += from[k] * w[j];
        }
    }
}

SCRUTINEER_CLONES
void addOuterProducts(const float *in, const float *delta, float *weights, int count, int inputs, int outputs)
{
    for (int k = 0; k < inputs; ++k) {
        float *w = weights + static_cast<long>(k) * outputs;
        int row = 0;
        for (; row + 4 <= count; row += 4) {
            const float *d = delta + static_cast<long>(row) * outputs;
            const float *from = in + static_cast<long>(row) * inputs + k;
            const float a = from[0];
            const float b = from[inputs];
            const float c = from[2L * inputs];
            const float e = from[3L * inputs];
            for (int j = 0; j < outputs; ++j)
                w[j] += (a * d[j] + b * d[outputs + j]) + (c * d[2 * outputs + j] + e * d[3 * outputs + j]);
        }
        for (; row < count; ++row) {
            const float a = in[static_cast<long>(row) * inputs + k];
            for (int j = 0; j < outputs; ++j)
                w[j] += a * delta[static_cast<long>(row) * outputs + j];
        }
    }
}

} // namespace scrutineer::text

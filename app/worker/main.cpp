// SPDX-License-Identifier: GPL-3.0-or-later
// scrutineer-worker: reads strangers' files, shut in. Started by the pool of the other programs, never by
// hand.
#include "engine/analysis/file_reader.h"
#include "engine/worker/serve.h"

#include <memory>

using namespace scrutineer;

int main()
{
    return int(worker::serve([](const worker::protocol::Setup &setup) -> worker::ReadFile {
        // Nets and OCR data are loaded at the first file that needs them, inside the sandbox.
        auto reader = std::make_shared<analysis::FileReader>(setup.modelFolders, setup.limits);
        return [reader](const worker::protocol::Job &job, const analysis::Observer &observer) {
            if (job.mapsOfPage) {
                reader->drawMaps(job.bytes, job.file, *job.mapsOfPage, observer);
                return facts::FileFacts{};
            }
            return reader->read(job.bytes, job.file, job.submissionDay, observer);
        };
    }));
}

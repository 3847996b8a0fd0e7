// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/samples/people.h"

#include <QString>

namespace scrutineer::samples {

/// Pictures of consenting people to make sample cases with: each subfolder is a person, each JPEG, PNG, WebP
/// or TIFF file in it a picture that shows that one person; other files are left alone. People and pictures
/// come in the order of their names. Faces are found by the frontal-face cascade, so no model is needed.
/// Errors (where: the folder, or the picture inside it): NotFound; TooFewPeople (less than two subfolders);
/// PictureMissing (a subfolder without any); FaceMissing, ManyFaces (in a picture); FileDamaged; ModelMissing
/// and ModelDamaged (the cascade).
[[nodiscard]] Result<People> readPeople(const QString &folder);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/editors.h"

#include <array>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;

namespace {
struct Row
{
    QLatin1StringView word; ///< lower case; stands in the text by itself
    ProgramKind kind;
    QLatin1StringView name;
};

using enum ProgramKind;

/// As the programs write themselves into Software, CreatorTool, softwareAgent and IPTC's Program. More
/// particular names come first.
constexpr std::array rows{
    Row{"photoshop lightroom"_L1, Developer, "Adobe Lightroom"_L1},
    Row{"lightroom"_L1, Developer, "Adobe Lightroom"_L1},
    Row{"adobe camera raw"_L1, Developer, "Adobe Camera Raw"_L1},
    Row{"photoshop camera raw"_L1, Developer, "Adobe Camera Raw"_L1},
    Row{"adobe firefly"_L1, Generator, "Adobe Firefly"_L1},
    Row{"photoshop"_L1, Editor, "Adobe Photoshop"_L1},
    Row{"adobe imageready"_L1, Editor, "Adobe ImageReady"_L1},
    Row{"adobe fireworks"_L1, Editor, "Adobe Fireworks"_L1},
    Row{"adobe illustrator"_L1, Editor, "Adobe Illustrator"_L1},
    Row{"adobe indesign"_L1, Editor, "Adobe InDesign"_L1},
    Row{"gimp"_L1, Editor, "GIMP"_L1},
    Row{"affinity photo"_L1, Editor, "Affinity Photo"_L1},
    Row{"affinity designer"_L1, Editor, "Affinity Designer"_L1},
    Row{"pixelmator"_L1, Editor, "Pixelmator"_L1},
    Row{"paint.net"_L1, Editor, "Paint.NET"_L1},
    Row{"paintshoppro"_L1, Editor, "PaintShop Pro"_L1},
    Row{"paintshop"_L1, Editor, "PaintShop Pro"_L1},
    Row{"paint shop pro"_L1, Editor, "PaintShop Pro"_L1},
    Row{"corel photo-paint"_L1, Editor, "Corel Photo-Paint"_L1},
    Row{"coreldraw"_L1, Editor, "CorelDRAW"_L1},
    Row{"photopea"_L1, Editor, "Photopea"_L1},
    Row{"pixlr"_L1, Editor, "Pixlr"_L1},
    Row{"krita"_L1, Editor, "Krita"_L1},
    Row{"inkscape"_L1, Editor, "Inkscape"_L1},
    Row{"canva"_L1, Editor, "Canva"_L1},
    Row{"picsart"_L1, Editor, "Picsart"_L1},
    Row{"snapseed"_L1, Editor, "Snapseed"_L1},
    Row{"facetune"_L1, Editor, "Facetune"_L1},
    Row{"faceapp"_L1, Editor, "FaceApp"_L1},
    Row{"photoscape"_L1, Editor, "PhotoScape"_L1},
    Row{"photofiltre"_L1, Editor, "PhotoFiltre"_L1},
    Row{"photoimpact"_L1, Editor, "PhotoImpact"_L1},
    Row{"photodirector"_L1, Editor, "PhotoDirector"_L1},
    Row{"photoroom"_L1, Editor, "Photoroom"_L1},
    Row{"meitu"_L1, Editor, "Meitu"_L1},
    Row{"beautyplus"_L1, Editor, "BeautyPlus"_L1},
    Row{"youcam"_L1, Editor, "YouCam"_L1},
    Row{"fotor"_L1, Editor, "Fotor"_L1},
    Row{"befunky"_L1, Editor, "BeFunky"_L1},
    Row{"polarr"_L1, Editor, "Polarr"_L1},
    Row{"luminar"_L1, Editor, "Luminar"_L1},
    Row{"movavi photo"_L1, Editor, "Movavi Photo Editor"_L1},
    Row{"acorn"_L1, Editor, "Acorn"_L1},
    Row{"remini"_L1, Editor, "Remini"_L1},
    Row{"airbrush"_L1, Editor, "AirBrush"_L1},
    Row{"seashore"_L1, Editor, "Seashore"_L1},
    Row{"stable diffusion"_L1, Generator, "Stable Diffusion"_L1},
    Row{"midjourney"_L1, Generator, "Midjourney"_L1},
    Row{"dall-e"_L1, Generator, "DALL-E"_L1},
    Row{"comfyui"_L1, Generator, "ComfyUI"_L1},
    Row{"novelai"_L1, Generator, "NovelAI"_L1},
    Row{"invokeai"_L1, Generator, "InvokeAI"_L1},
    Row{"capture one"_L1, Developer, "Capture One"_L1},
    Row{"darktable"_L1, Developer, "darktable"_L1},
    Row{"rawtherapee"_L1, Developer, "RawTherapee"_L1},
    Row{"dxo "_L1, Developer, "DxO PhotoLab"_L1},
    Row{"acdsee"_L1, Developer, "ACDSee"_L1},
    Row{"picasa"_L1, Developer, "Picasa"_L1},
    Row{"digikam"_L1, Developer, "digiKam"_L1},
    Row{"xnview"_L1, Developer, "XnView"_L1},
    Row{"irfanview"_L1, Developer, "IrfanView"_L1},
};

/// Whether the word stands there by itself: neither "Nagimpo" nor "canvas" names a program.
bool isWordIn(const QString &text, QLatin1StringView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || !text[at - 1].isLetter()) && (end == text.size() || !text[end].isLetter()))
            return true;
    }
    return false;
}
} // namespace

std::optional<NamedProgram> programNamedIn(const QString &text)
{
    const QString lower = text.toLower();
    for (const Row &row : rows) {
        if (isWordIn(lower, row.word))
            return NamedProgram{row.kind, QString(row.name)};
    }
    return std::nullopt;
}

} // namespace scrutineer::forensics

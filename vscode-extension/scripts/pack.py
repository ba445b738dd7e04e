"""Write dist/gpar-lint.vsix: the files that package.json lists, with the two lists a .vsix has.

A .vsix is a zip of the Open Packaging Conventions. It is written here, so that building needs no
network and no keychain, and the same files give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parents[1]
_EPOCH = (2020, 1, 1, 0, 0, 0)
_TYPES = {
    ".css": "text/css", ".html": "text/html", ".js": "application/javascript",
    ".json": "application/json", ".md": "text/markdown", ".png": "image/png", ".py": "text/plain",
    ".svg": "image/svg+xml", ".toml": "text/plain", ".txt": "text/plain",
    ".typed": "text/plain", ".vsixmanifest": "text/xml",
}  # fmt: skip
_MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="zh-CN" Id={name} Version={version} Publisher={publisher}/>
    <DisplayName>{title}</DisplayName>
    <Description xml:space="preserve">{description}</Description>
    <Tags>{tags}</Tags>
    <Categories>{categories}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/{icon}</Icon>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={engine}/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Changelog" Path="extension/CHANGELOG.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/{icon}" Addressable="true"/>
  </Assets>
</PackageManifest>
"""  # noqa: E501


def main(target: Path) -> None:
    """Pack the extension and print what it weighs."""
    package = json.loads((HERE / "package.json").read_text("utf-8"))
    files = dict(sorted(listed(package["files"])))
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as vsix:
        write(vsix, "[Content_Types].xml", content_types(files).encode())
        write(vsix, "extension.vsixmanifest", manifest(package).encode())
        for name, path in files.items():
            write(vsix, f"extension/{name}", path.read_bytes())
    unpacked = sum(path.stat().st_size for path in files.values())
    size = target.stat().st_size
    print(f"{target.name}: {size / 1024:.0f} KB ({unpacked / 2**20:.1f} MB, {len(files)} files)")


def listed(patterns: list[str]) -> Iterator[tuple[str, Path]]:
    """The files of the patterns in package.json, by their names in the package."""
    for pattern in ["package.json", *patterns]:
        found = [path for path in HERE.glob(pattern) if path.is_file()]
        if not found:
            sys.exit(f"nothing to pack: {pattern}")
        for path in found:
            name = path.relative_to(HERE).as_posix()
            if "__pycache__" not in name:
                yield ("LICENSE.txt" if name == "LICENSE" else name), path


def content_types(files: dict[str, Path]) -> str:
    """[Content_Types].xml: a type for every suffix; what has none is named by itself."""
    suffixes = {path.suffix for path in files.values() if path.suffix} | {".vsixmanifest", ".txt"}
    defaults = "".join(
        f"<Default Extension={quoteattr(suffix)} ContentType={quoteattr(type_of(suffix))}/>"
        for suffix in sorted(suffixes)
    )
    bare = [name for name in files if not Path(name).suffix]
    overrides = "".join(
        f'<Override PartName={quoteattr(f"/extension/{name}")} ContentType="text/plain"/>'
        for name in bare
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    )


def type_of(suffix: str) -> str:
    """The media type of a suffix."""
    return _TYPES.get(suffix, "application/octet-stream")


def manifest(package: dict[str, object]) -> str:
    """extension.vsixmanifest: what a shop shows before it opens the package."""
    words = json.loads((HERE / "package.nls.zh-cn.json").read_text("utf-8"))
    return _MANIFEST.format(
        name=quoteattr(str(package["name"])),
        version=quoteattr(str(package["version"])),
        publisher=quoteattr(str(package["publisher"])),
        title=escape(words["displayName"]),
        description=escape(words["description"]),
        tags=escape(",".join(map(str, package["keywords"]))),  # type: ignore[call-overload]
        categories=escape(",".join(map(str, package["categories"]))),  # type: ignore[call-overload]
        icon=package["icon"],
        engine=quoteattr(str(package["engines"]["vscode"])),  # type: ignore[index]
    )


def write(vsix: ZipFile, name: str, data: bytes) -> None:
    """One file, with a time that does not change from build to build."""
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    vsix.writestr(entry, data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

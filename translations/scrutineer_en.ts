<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%n problem(s) found in the workspace.</source>
        <translation>
            <numerusform>%n problem found in the workspace.</numerusform>
            <numerusform>%n problems found in the workspace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) exported to %1.</source>
        <translation>
            <numerusform>%n case exported to %1.</numerusform>
            <numerusform>%n cases exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The policy changed: %n case(s) judged anew.</source>
        <translation>
            <numerusform>The policy changed: %n case judged anew.</numerusform>
            <numerusform>The policy changed: %n cases judged anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingList</name>
    <message numerus="yes">
        <source>%n clear</source>
        <translation>
            <numerusform>%n clear</numerusform>
            <numerusform>%n clear</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::HeaderLine</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not assessed</source>
        <translation>
            <numerusform>%n not assessed</numerusform>
            <numerusform>%n not assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::NoticeBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::workstation::Workstation</name>
    <message numerus="yes">
        <source>%n folder(s) could not be imported.</source>
        <translation>
            <numerusform>%n folder could not be imported.</numerusform>
            <numerusform>%n folders could not be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported.</source>
        <translation>
            <numerusform>%n case imported.</numerusform>
            <numerusform>%n cases imported.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一案件</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>上一案件</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜索队列</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一条结果</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一条结果</translation>
    </message>
    <message>
        <source>Next finding nobody judged</source>
        <translation>下一条未判断的结果</translation>
    </message>
    <message>
        <source>Confirm finding</source>
        <translation>确认结果</translation>
    </message>
    <message>
        <source>Dismiss finding</source>
        <translation>驳回结果</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation>要求重新提交</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>添加原因</translation>
    </message>
    <message>
        <source>Message to the applicant</source>
        <translation>给申请人的消息</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Compare faces</source>
        <translation>比对人脸</translation>
    </message>
    <message>
        <source>Link the pictures&apos; zoom and place</source>
        <translation>联动各图片的缩放和位置</translation>
    </message>
    <message>
        <source>To the next area</source>
        <translation>转到下一区域</translation>
    </message>
    <message>
        <source>Import case folders…</source>
        <translation>导入案件文件夹…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Verify the workspace</source>
        <translation>校验工作区</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Scrutineer</source>
        <translation>关于 Scrutineer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start the course…</source>
        <translation>开始课程…</translation>
    </message>
</context>
<context>
    <name>HeatOverlay</name>
    <message>
        <source>Error level</source>
        <translation>误差级别</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Later changes</source>
        <translation>后期改动</translation>
    </message>
    <message>
        <source>%1: being drawn …</source>
        <translation>%1：正在绘制…</translation>
    </message>
    <message>
        <source>%1: this file cannot tell</source>
        <translation>%1：此文件无法判断</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>much</source>
        <translation>多</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another workspace</source>
        <translation>选择其他工作区</translation>
    </message>
    <message>
        <source>Another workstation has this workspace open</source>
        <translation>此工作区已在另一台工作站打开</translation>
    </message>
    <message>
        <source>One workstation at a time works on a workspace. Nothing was changed. Close it there, then try again.</source>
        <translation>同一时间只能有一台工作站使用一个工作区。没有做任何更改。请先在那边关闭，然后重试。</translation>
    </message>
    <message>
        <source>This workspace was made by a newer version</source>
        <translation>此工作区由更新的版本创建</translation>
    </message>
    <message>
        <source>Install that version of Scrutineer to work on it. Nothing was changed.</source>
        <translation>请安装该版本的 Scrutineer 再使用。没有做任何更改。</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>此工作区已损坏</translation>
    </message>
    <message>
        <source>Nothing was changed. “scrutineer-cli verify” says what is wrong; copies from before each upgrade are in its folder “backups”.</source>
        <translation>没有做任何更改。“scrutineer-cli verify”会说明问题所在；每次升级前的副本在其“backups”文件夹中。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>请腾出空间，然后重试。</translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Every case is decided</source>
        <translation>所有案件均已决定</translation>
    </message>
    <message>
        <source>No case waits</source>
        <translation>没有待审案件</translation>
    </message>
    <message>
        <source>Import further case folders, or drop them on this window.</source>
        <translation>导入更多案件文件夹，或将其拖放到此窗口。</translation>
    </message>
    <message>
        <source>Import case folders to begin, or drop them on this window. They are copied; the originals stay as they are.</source>
        <translation>请导入案件文件夹，或将其拖放到此窗口。文件会被复制，原件保持不变。</translation>
    </message>
    <message>
        <source>Import case folders…</source>
        <translation>导入案件文件夹…</translation>
    </message>
    <message>
        <source>Start the course…</source>
        <translation>开始课程…</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1 cases, %2 files, %3 decisions, %4 log entries checked.</source>
        <translation>已检查 %1 个案件、%2 个文件、%3 项决定、%4 条日志。</translation>
    </message>
    <message>
        <source>The workspace is sound.</source>
        <translation>工作区完好。</translation>
    </message>
    <message>
        <source>Head of the audit log: %1</source>
        <translation>审计日志末端：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found in the workspace.</source>
        <translation>
            <numerusform>在工作区中发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) exported to %1.</source>
        <translation>
            <numerusform>已将 %n 个案件导出到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying the workspace…</source>
        <translation>正在校验工作区…</translation>
    </message>
    <message>
        <source>Judging cases anew under the changed policy…</source>
        <translation>正在按更改后的策略重新判断案件…</translation>
    </message>
    <message numerus="yes">
        <source>The policy changed: %n case(s) judged anew.</source>
        <translation>
            <numerusform>策略已更改：已重新判断 %n 个案件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Review identity verifications.</source>
        <translation>审核身份验证。</translation>
    </message>
    <message>
        <source>Folder of the workspace.</source>
        <translation>工作区文件夹。</translation>
    </message>
    <message>
        <source>Import a case folder; may be given again.</source>
        <translation>导入案件文件夹；可多次给出。</translation>
    </message>
    <message>
        <source>Folder of face models.</source>
        <translation>人脸模型文件夹。</translation>
    </message>
</context>
<context>
    <name>scrutineer</name>
    <message>
        <source>The reader stopped at this file.</source>
        <translation>读取程序在处理此文件时中止。</translation>
    </message>
    <message>
        <source>%1: there is no such file.</source>
        <translation>%1：没有此文件。</translation>
    </message>
    <message>
        <source>%1: the file is empty.</source>
        <translation>%1：文件为空。</translation>
    </message>
    <message>
        <source>%1: the file is larger than the policy allows.</source>
        <translation>%1：文件超过策略允许的大小。</translation>
    </message>
    <message>
        <source>%1: not a plain file (a folder, device or symbolic link).</source>
        <translation>%1：不是普通文件（文件夹、设备或符号链接）。</translation>
    </message>
    <message>
        <source>%1: the content is not a picture or PDF that can be opened.</source>
        <translation>%1：内容不是可打开的图片或 PDF。</translation>
    </message>
    <message>
        <source>%1: the file is damaged or cut short.</source>
        <translation>%1：文件已损坏或不完整。</translation>
    </message>
    <message>
        <source>%1: the file is protected with a password.</source>
        <translation>%1：文件受密码保护。</translation>
    </message>
    <message>
        <source>%1: the picture has more pixels than the policy allows.</source>
        <translation>%1：图片像素超过策略允许的数量。</translation>
    </message>
    <message>
        <source>%1: the document has more pages than the policy allows.</source>
        <translation>%1：文档页数超过策略允许的数量。</translation>
    </message>
    <message>
        <source>%1: the path leads out of the case folder.</source>
        <translation>%1：路径指向案件文件夹之外。</translation>
    </message>
    <message>
        <source>%1: reading it needs more memory than the policy allows.</source>
        <translation>%1：读取所需内存超过策略允许的上限。</translation>
    </message>
    <message>
        <source>%1: reading it takes longer than the policy allows.</source>
        <translation>%1：读取时间超过策略允许的上限。</translation>
    </message>
    <message>
        <source>%1: the reading process ended unexpectedly on this file.</source>
        <translation>%1：读取进程在此文件上意外终止。</translation>
    </message>
    <message>
        <source>The reading process %1 cannot be started.</source>
        <translation>无法启动读取进程 %1。</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <translation>%1：已取消。</translation>
    </message>
    <message>
        <source>%1: not valid JSON.</source>
        <translation>%1：不是有效的 JSON。</translation>
    </message>
    <message>
        <source>%1: not as the format asks.</source>
        <translation>%1：不符合格式要求。</translation>
    </message>
    <message>
        <source>%1: a format that this version does not know.</source>
        <translation>%1：此版本不认识的格式。</translation>
    </message>
    <message>
        <source>%1: there have to be folders of at least two people in it.</source>
        <translation>%1：其中至少要有两个人的文件夹。</translation>
    </message>
    <message>
        <source>%1: there is no picture in it (JPEG, PNG, WebP or TIFF).</source>
        <translation>%1：其中没有图片（JPEG、PNG、WebP 或 TIFF）。</translation>
    </message>
    <message>
        <source>%1: no face was found in this picture.</source>
        <translation>%1：此图片中未找到人脸。</translation>
    </message>
    <message>
        <source>%1: this picture shows more than one face.</source>
        <translation>%1：此图片中有不止一张人脸。</translation>
    </message>
    <message>
        <source>The model file %1 is not installed.</source>
        <translation>未安装模型文件 %1。</translation>
    </message>
    <message>
        <source>The model file %1 cannot be used.</source>
        <translation>无法使用模型文件 %1。</translation>
    </message>
    <message>
        <source>The workspace is already open: %1.</source>
        <translation>工作区已打开：%1。</translation>
    </message>
    <message>
        <source>The workspace is damaged: %1.</source>
        <translation>工作区已损坏：%1。</translation>
    </message>
    <message>
        <source>The workspace %1 was made by a newer version; nothing was changed.</source>
        <translation>工作区 %1 由更新的版本创建；没有做任何更改。</translation>
    </message>
    <message>
        <source>The workspace %1 is of an older version: open it in the workstation once.</source>
        <translation>工作区 %1 由较早的版本创建：请先在工作站中打开一次。</translation>
    </message>
    <message>
        <source>%1: the disk is full.</source>
        <translation>%1：磁盘已满。</translation>
    </message>
    <message>
        <source>%1: cannot be read.</source>
        <translation>%1：无法读取。</translation>
    </message>
    <message>
        <source>%1: cannot be written.</source>
        <translation>%1：无法写入。</translation>
    </message>
    <message>
        <source>%1 is already there.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>未找到 %1。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else in the meantime.</source>
        <translation>%1 在此期间已被他人更改。</translation>
    </message>
    <message>
        <source>%1: not a valid value.</source>
        <translation>%1：无效的值。</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>初级</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>驾驶证</translation>
    </message>
    <message>
        <source>Residence permit</source>
        <translation>居留许可</translation>
    </message>
    <message>
        <source>Work permit</source>
        <translation>工作许可</translation>
    </message>
    <message>
        <source>Student ID</source>
        <translation>学生证</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>ID front</source>
        <translation>证件正面</translation>
    </message>
    <message>
        <source>ID back</source>
        <translation>证件背面</translation>
    </message>
    <message>
        <source>Selfie</source>
        <translation>自拍</translation>
    </message>
    <message>
        <source>Handheld</source>
        <translation>手持照片</translation>
    </message>
    <message>
        <source>Proof of address</source>
        <translation>地址证明</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>有标记</translation>
    </message>
    <message>
        <source>No face detector: install %1.</source>
        <translation>没有人脸检测器：请安装 %1。</translation>
    </message>
    <message>
        <source>The face detector could not process this picture.</source>
        <translation>人脸检测器无法处理这张图片。</translation>
    </message>
    <message>
        <source>No text could be read on the proof of address.</source>
        <translation>地址证明上读不出文字。</translation>
    </message>
    <message>
        <source>The words do not tell what kind of letter this is.</source>
        <translation>文字看不出这是哪一类信函。</translation>
    </message>
    <message>
        <source>Several dates could be the date of issue.</source>
        <translation>有多个日期可能是签发日期。</translation>
    </message>
    <message>
        <source>No date is marked as the date of issue.</source>
        <translation>没有日期被标明为签发日期。</translation>
    </message>
    <message>
        <source>Neither a code nor a word tells what kind of document this is.</source>
        <translation>代码和文字都看不出这是哪种证件。</translation>
    </message>
    <message>
        <source>No machine-readable zone was found.</source>
        <translation>未找到机读区。</translation>
    </message>
    <message>
        <source>The machine-readable zone goes on beyond the picture.</source>
        <translation>机读区有一部分在画面之外。</translation>
    </message>
    <message>
        <source>No text could be read on the document.</source>
        <translation>证件上读不出文字。</translation>
    </message>
    <message>
        <source>This version cannot read it yet.</source>
        <translation>此版本尚不能读取。</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>文件仍在读取中。</translation>
    </message>
    <message>
        <source>A model file is not installed.</source>
        <translation>缺少模型文件。</translation>
    </message>
    <message>
        <source>The file was not sent.</source>
        <translation>未提交该文件。</translation>
    </message>
    <message>
        <source>The file could not be opened.</source>
        <translation>无法打开该文件。</translation>
    </message>
    <message>
        <source>Nothing of the kind was found.</source>
        <translation>未找到此类内容。</translation>
    </message>
    <message>
        <source>The picture is too poor to judge this.</source>
        <translation>图片质量太差，无法判断。</translation>
    </message>
    <message>
        <source>No document with four visible sides was found in the picture.</source>
        <translation>图片中未找到四边可见的证件。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Handheld photo</source>
        <translation>手持照片</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>尚未分析</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>New files asked for</source>
        <translation>已要求重新提交</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation>要求重新提交</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation>数据库已损坏：%1。</translation>
    </message>
    <message>
        <source>A row of table %1 points to a row of table %2 that is not there.</source>
        <translation>表 %1 中有一行指向表 %2 中不存在的行。</translation>
    </message>
    <message>
        <source>The guard %1 of the database is missing or altered.</source>
        <translation>数据库的保护规则 %1 缺失或被更改。</translation>
    </message>
    <message>
        <source>Audit entries before number %1 are missing.</source>
        <translation>编号 %1 之前的审计记录缺失。</translation>
    </message>
    <message>
        <source>Audit entry %1 does not follow from the entry before it.</source>
        <translation>审计记录 %1 与前一条不衔接。</translation>
    </message>
    <message>
        <source>Audit entry %1 was altered.</source>
        <translation>审计记录 %1 被更改。</translation>
    </message>
    <message>
        <source>The audit log does not end where the database says that it ends.</source>
        <translation>审计日志的结尾与数据库的记载不符。</translation>
    </message>
    <message>
        <source>The file audit.head is missing or damaged.</source>
        <translation>文件 audit.head 缺失或损坏。</translation>
    </message>
    <message>
        <source>The audit log no longer holds entry %1 that audit.head names.</source>
        <translation>审计日志中已没有 audit.head 所指的记录 %1。</translation>
    </message>
    <message>
        <source>Case %1 has no entry in the audit log.</source>
        <translation>审计日志中没有案件 %1 的记录。</translation>
    </message>
    <message>
        <source>The data of case %1 were altered.</source>
        <translation>案件 %1 的数据被更改。</translation>
    </message>
    <message>
        <source>The list of files of case %1 was altered.</source>
        <translation>案件 %1 的文件清单被更改。</translation>
    </message>
    <message>
        <source>Case %1 is in the audit log and not in the database.</source>
        <translation>案件 %1 在审计日志中，却不在数据库中。</translation>
    </message>
    <message>
        <source>Decision %1 does not agree with the audit log.</source>
        <translation>决定 %1 与审计日志不一致。</translation>
    </message>
    <message>
        <source>The decision of audit entry %1 is not in the database.</source>
        <translation>审计记录 %1 中的决定不在数据库中。</translation>
    </message>
    <message>
        <source>The verdicts of decision %1 were altered.</source>
        <translation>决定 %1 的逐项判断被更改。</translation>
    </message>
    <message>
        <source>The withdrawal of decision %1 does not agree with the audit log.</source>
        <translation>决定 %1 的撤回与审计日志不一致。</translation>
    </message>
    <message>
        <source>The withdrawal of audit entry %1 is not in the database.</source>
        <translation>审计记录 %1 中的撤回不在数据库中。</translation>
    </message>
    <message>
        <source>The evidence file %1… is missing.</source>
        <translation>证据文件 %1… 缺失。</translation>
    </message>
    <message>
        <source>The evidence file %1… was altered.</source>
        <translation>证据文件 %1… 被更改。</translation>
    </message>
    <message>
        <source>held by another program</source>
        <translation>被另一个程序占用</translation>
    </message>
    <message>
        <source>held by %1 on %2 since %3</source>
        <translation>自 %3 起被 %2 上的 %1 占用</translation>
    </message>
    <message>
        <source>One letter is added: “%1”.</source>
        <translation>多出一个字符：“%1”。</translation>
    </message>
    <message>
        <source>One letter is missing: “%1”.</source>
        <translation>缺少一个字符：“%1”。</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Only here: “%1”.</source>
        <translation>仅此处有：“%1”。</translation>
    </message>
    <message>
        <source>Nothing here; “%1” was expected.</source>
        <translation>此处为空；应为“%1”。</translation>
    </message>
    <message>
        <source>Entirely different: “%1” instead of “%2”.</source>
        <translation>完全不同：是“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>One letter differs: “%1” instead of “%2”.</source>
        <translation>有一个字符不同：是“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>%1 letters differ: “%2” instead of “%3”.</source>
        <translation>有 %1 个字符不同：是“%2”，而不是“%3”。</translation>
    </message>
    <message>
        <source>Only advanced verification asks for this.</source>
        <translation>仅高级验证要求此项。</translation>
    </message>
    <message>
        <source>No address was declared.</source>
        <translation>未申报地址。</translation>
    </message>
    <message>
        <source>The declared address is complete.</source>
        <translation>申报的地址完整。</translation>
    </message>
    <message>
        <source>The declared address lacks: %1.</source>
        <translation>申报的地址缺少：%1。</translation>
    </message>
    <message>
        <source>No picture of the document was sent.</source>
        <translation>未提交证件图片。</translation>
    </message>
    <message>
        <source>No selfie was sent.</source>
        <translation>未提交自拍。</translation>
    </message>
    <message>
        <source>No handheld photo was sent.</source>
        <translation>未提交手持照片。</translation>
    </message>
    <message>
        <source>No proof of address was sent.</source>
        <translation>未提交地址证明。</translation>
    </message>
    <message>
        <source>No such file was sent.</source>
        <translation>没有提交这样的文件。</translation>
    </message>
    <message>
        <source>%1 is still being read.</source>
        <translation>%1 仍在读取中。</translation>
    </message>
    <message>
        <source>A model file that this needs is not installed.</source>
        <translation>缺少所需的模型文件。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 无法读取。</translation>
    </message>
    <message>
        <source>%1 shows nothing to judge this by.</source>
        <translation>%1 中没有可供判断的内容。</translation>
    </message>
    <message>
        <source>%1 is too poor to judge this.</source>
        <translation>%1 的质量太差，无法判断。</translation>
    </message>
    <message>
        <source>This version has no reader for traces of editing.</source>
        <translation>此版本尚无编辑痕迹的读取器。</translation>
    </message>
    <message>
        <source>This version has no reader for focus.</source>
        <translation>此版本尚无对焦的读取器。</translation>
    </message>
    <message>
        <source>In focus: edges are %1 px wide on a page of 1,000 px.</source>
        <translation>对焦清晰：在 1,000 像素宽的页面上边缘宽 %1 像素。</translation>
    </message>
    <message>
        <source>A little soft: edges are %1 px wide on a page of 1,000 px.</source>
        <translation>略微模糊：在 1,000 像素宽的页面上边缘宽 %1 像素。</translation>
    </message>
    <message>
        <source>Out of focus: edges are %1 px wide on a page of 1,000 px.</source>
        <translation>失焦：在 1,000 像素宽的页面上边缘宽 %1 像素。</translation>
    </message>
    <message>
        <source>Soft, edges are %1 px wide on a page of 1,000 px, but the text was read.</source>
        <translation>偏软，在 1,000 像素宽的页面上边缘宽 %1 像素，但文字可以读出。</translation>
    </message>
    <message>
        <source>This version has no reader for edges outside the picture.</source>
        <translation>此版本尚无边缘缺失的读取器。</translation>
    </message>
    <message>
        <source>All corners of the document are in the picture.</source>
        <translation>证件的四角都在图片内。</translation>
    </message>
    <message>
        <source>%1 corners of the document may be outside the picture.</source>
        <translation>证件可能有 %1 个角在画面之外。</translation>
    </message>
    <message>
        <source>%1 corners of the document are outside the picture.</source>
        <translation>证件有 %1 个角在图片之外。</translation>
    </message>
    <message>
        <source>Not as declared: %1.</source>
        <translation>与申报不符：%1。</translation>
    </message>
    <message>
        <source>This version has no reader for print.</source>
        <translation>此版本不能读取印刷文字。</translation>
    </message>
    <message>
        <source>As declared: %1. Could not be read: %2.</source>
        <translation>与申报一致：%1。无法读取：%2。</translation>
    </message>
    <message>
        <source>As declared: %1.</source>
        <translation>与申报一致：%1。</translation>
    </message>
    <message>
        <source>Expired on %1, one day before it was submitted.</source>
        <translation>已于 %1 过期，在提交前一天。</translation>
    </message>
    <message>
        <source>Expired on %1, %2 days before it was submitted.</source>
        <translation>已于 %1 过期，在提交前 %2 天。</translation>
    </message>
    <message>
        <source>May have expired: %1, declared %2, not sure.</source>
        <translation>可能已过期：%1，申报为 %2，不能确定。</translation>
    </message>
    <message>
        <source>The dates of expiry disagree, and one is past: %1.</source>
        <translation>有效期互相不一致，其中一个已过：%1。</translation>
    </message>
    <message>
        <source>Declared as expired on %2, but the document says %1.</source>
        <translation>申报的有效期 %2 已过，但证件上是 %1。</translation>
    </message>
    <message>
        <source>Valid until %1.</source>
        <translation>有效期至 %1。</translation>
    </message>
    <message>
        <source>This version has no reader for expiry dates.</source>
        <translation>此版本不能读取有效期。</translation>
    </message>
    <message>
        <source>No date of expiry was found; declared is %1.</source>
        <translation>未找到有效期；申报为 %1。</translation>
    </message>
    <message>
        <source>No date of expiry was found.</source>
        <translation>未找到有效期。</translation>
    </message>
    <message>
        <source>Dates of expiry disagree: %1; declared is %2.</source>
        <translation>有效期不一致：%1；申报为 %2。</translation>
    </message>
    <message>
        <source>Dates of expiry disagree: %1.</source>
        <translation>有效期不一致：%1。</translation>
    </message>
    <message>
        <source>The document says %1; declared is %2.</source>
        <translation>证件上是 %1；申报为 %2。</translation>
    </message>
    <message>
        <source>The only date of expiry, %1, was hard to read.</source>
        <translation>唯一的有效期 %1 难以辨认。</translation>
    </message>
    <message>
        <source>The date of expiry is %1 (%2).</source>
        <translation>有效期为 %1（%2）。</translation>
    </message>
    <message>
        <source>This version has no reader for filters.</source>
        <translation>此版本尚无滤镜的读取器。</translation>
    </message>
    <message>
        <source>No filter shows (strength %1).</source>
        <translation>没有看出滤镜（强度 %1）。</translation>
    </message>
    <message>
        <source>The picture may be filtered (strength %1).</source>
        <translation>图片可能用了滤镜（强度 %1）。</translation>
    </message>
    <message>
        <source>The picture is filtered (strength %1).</source>
        <translation>图片用了滤镜（强度 %1）。</translation>
    </message>
    <message>
        <source>This version has no reader for glare.</source>
        <translation>此版本尚无反光的读取器。</translation>
    </message>
    <message>
        <source>Glare covers %1 of the document, nothing that matters.</source>
        <translation>反光覆盖证件的 %1，未影响重要内容。</translation>
    </message>
    <message>
        <source>Glare covers %1 of the document.</source>
        <translation>反光覆盖证件的 %1。</translation>
    </message>
    <message>
        <source>Glare covers %1 of the document, over its content.</source>
        <translation>反光覆盖证件的 %1，遮住了内容。</translation>
    </message>
    <message>
        <source>The document contradicts itself. %1.</source>
        <translation>证件内容自相矛盾。%1。</translation>
    </message>
    <message>
        <source>Check digits do not hold as they were read: %1.</source>
        <translation>按读取结果，校验位不成立：%1。</translation>
    </message>
    <message>
        <source>Wrong check digit in the machine-readable zone: %1. Its field reads the same elsewhere on the document.</source>
        <translation>机读区校验位错误：%1。该字段在证件其他位置读出的内容相同。</translation>
    </message>
    <message>
        <source>Print, machine-readable zone and barcode agree where they were read.</source>
        <translation>已读出的印刷文字、机读区和条码互相一致。</translation>
    </message>
    <message>
        <source>All check digits hold; no print to compare with.</source>
        <translation>所有校验位成立；没有印刷文字可比对。</translation>
    </message>
    <message>
        <source>This version has no reader for this document.</source>
        <translation>此版本不能读取这种证件。</translation>
    </message>
    <message>
        <source>No machine-readable zone or barcode was read to compare the print with.</source>
        <translation>没有读出机读区或条码，无法与印刷文字比对。</translation>
    </message>
    <message>
        <source>This version has no reader for fingers and objects on the document.</source>
        <translation>此版本尚无手指或物体遮挡的读取器。</translation>
    </message>
    <message>
        <source>%1 of the document is covered.</source>
        <translation>证件的 %1 被遮挡。</translation>
    </message>
    <message>
        <source>Something may cover %1 of the document.</source>
        <translation>可能有东西遮住了证件的 %1。</translation>
    </message>
    <message>
        <source>Something covers %1 of the document.</source>
        <translation>有东西遮住了证件的 %1。</translation>
    </message>
    <message>
        <source>This version has no reader for shadows.</source>
        <translation>此版本尚无阴影的读取器。</translation>
    </message>
    <message>
        <source>A shadow lies on %1 of the document.</source>
        <translation>阴影落在证件的 %1 上。</translation>
    </message>
    <message>
        <source>This version has no reader for the light of a document photo.</source>
        <translation>此版本不能判断证件照片的光线。</translation>
    </message>
    <message>
        <source>The document is bright enough: its brightest tenth is at %1 of 255.</source>
        <translation>证件亮度足够：最亮的十分之一为 %1（满值 255）。</translation>
    </message>
    <message>
        <source>The document is rather dark: its brightest tenth is at %1 of 255.</source>
        <translation>证件偏暗：最亮的十分之一为 %1（满值 255）。</translation>
    </message>
    <message>
        <source>The document is too dark: its brightest tenth is at %1 of 255.</source>
        <translation>证件太暗：最亮的十分之一为 %1（满值 255）。</translation>
    </message>
    <message>
        <source>This version has no reader for document types.</source>
        <translation>此版本不能识别证件类型。</translation>
    </message>
    <message>
        <source>The type cannot be told. Perhaps: %2 (%3 sure).</source>
        <translation>无法判断类型：可能是%2（把握 %3）。</translation>
    </message>
    <message>
        <source>Declared and shown: %1 (%3 sure).</source>
        <translation>申报与所示均为%1（把握 %3）。</translation>
    </message>
    <message>
        <source>Declared: %1, shown: %2 (%3 sure).</source>
        <translation>申报为%1，所示为%2（把握 %3）。</translation>
    </message>
    <message>
        <source>No document type was declared to compare with.</source>
        <translation>没有申报证件类型，无法比对。</translation>
    </message>
    <message>
        <source>%1 of %2 needed fields were read: %3.</source>
        <translation>已读出 %2 个必需字段中的 %1 个：%3。</translation>
    </message>
    <message>
        <source>Only %1 of %2 needed fields could be read.</source>
        <translation>仅能读出 %2 个必需字段中的 %1 个。</translation>
    </message>
    <message>
        <source>The side with the holder&apos;s data could not be read. %1 of %2 needed fields are known from the other side: %3.</source>
        <translation>载有持证人信息的一面无法读出。%2 个必需字段中的 %1 个取自另一面：%3。</translation>
    </message>
    <message>
        <source>The type cannot be told. Perhaps: %1 (%2 sure).</source>
        <translation>无法判断类型：可能是%1（把握 %2）。</translation>
    </message>
    <message>
        <source>Accepted: %1 (%2 sure).</source>
        <translation>接受%1（把握 %2）。</translation>
    </message>
    <message>
        <source>Not accepted: %1 (%2 sure).</source>
        <translation>不接受%1（把握 %2）。</translation>
    </message>
    <message>
        <source>The face is too dark: %1 of 255.</source>
        <translation>面部太暗：%1（满分 255）。</translation>
    </message>
    <message>
        <source>%1 of the face is blown out to white.</source>
        <translation>面部的 %1 过曝成白色。</translation>
    </message>
    <message>
        <source>The face is rather dark: %1 of 255.</source>
        <translation>面部偏暗：%1（满分 255）。</translation>
    </message>
    <message>
        <source>%1 of the face is nearly white.</source>
        <translation>面部的 %1 接近白色。</translation>
    </message>
    <message>
        <source>The face is well lit: %1 of 255.</source>
        <translation>人脸光线良好：%1（满值 255）。</translation>
    </message>
    <message>
        <source>Too far away: the face takes %1 of the picture&apos;s height.</source>
        <translation>距离太远：人脸占图片高度的 %1。</translation>
    </message>
    <message>
        <source>Too close: the face takes %1 of the picture&apos;s height.</source>
        <translation>距离太近：人脸占图片高度的 %1。</translation>
    </message>
    <message>
        <source>The face takes %1 of the picture&apos;s height.</source>
        <translation>人脸占图片高度的 %1。</translation>
    </message>
    <message>
        <source>The policy has no bands for the face model %1.</source>
        <translation>策略中没有人脸模型 %1 的分数区间。</translation>
    </message>
    <message>
        <source>The same person on %2 and %3 (%1).</source>
        <translation>%2 与 %3 上为同一人（%1）。</translation>
    </message>
    <message>
        <source>Perhaps not the same person on %2 and %3 (%1).</source>
        <translation>%2 与 %3 上可能不是同一人（%1）。</translation>
    </message>
    <message>
        <source>The faces on %2 and %3 differ (%1), but the portrait is very small.</source>
        <translation>%2 与 %3 上的面部不同（%1），但证件照很小。</translation>
    </message>
    <message>
        <source>Different people on %2 and %3 (%1).</source>
        <translation>%2 与 %3 上不是同一人（%1）。</translation>
    </message>
    <message>
        <source>This version has no reader for faces.</source>
        <translation>此版本不能识别人脸。</translation>
    </message>
    <message>
        <source>No face recogniser: install %1 to compare faces.</source>
        <translation>没有人脸识别模型：请安装 %1 以比对人脸。</translation>
    </message>
    <message>
        <source>There are no two pictures of a face to compare.</source>
        <translation>没有两张可比对的人脸图片。</translation>
    </message>
    <message>
        <source>No face was found in %1.</source>
        <translation>在 %1 中未找到人脸。</translation>
    </message>
    <message>
        <source>The face is covered or unclear (%1 of 1).</source>
        <translation>面部被遮挡或不清晰（%1，满分 1）。</translation>
    </message>
    <message>
        <source>%1 of the face is outside the picture.</source>
        <translation>面部的 %1 在画面之外。</translation>
    </message>
    <message>
        <source>The face is turned away.</source>
        <translation>人脸偏转。</translation>
    </message>
    <message>
        <source>The face is hard to make out (%1 of 1).</source>
        <translation>面部难以辨认（%1，满分 1）。</translation>
    </message>
    <message>
        <source>The face is visible (%1 of 1).</source>
        <translation>面部可见（%1，满分 1）。</translation>
    </message>
    <message>
        <source>One person is in the picture.</source>
        <translation>图片中有一人。</translation>
    </message>
    <message>
        <source>Faces besides the first: %1; they may be on the document held.</source>
        <translation>除第一张人脸外还有 %1 张；可能在所持证件上。</translation>
    </message>
    <message>
        <source>Faces besides the first: %1, the largest with %2 of its area.</source>
        <translation>除第一张人脸外还有 %1 张，其中最大的面积为第一张的 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 are the same file.</source>
        <translation>%1 与 %2 是同一文件。</translation>
    </message>
    <message>
        <source>%1 and %2 look like the same picture.</source>
        <translation>%1 与 %2 看起来是同一图片。</translation>
    </message>
    <message>
        <source>%1 is the same file as %2 in case %3.</source>
        <translation>%1 与案件 %3 中的 %2 是同一个文件。</translation>
    </message>
    <message>
        <source>%1 looks like the picture %2 in case %3.</source>
        <translation>%1 看起来与案件 %3 中的图片 %2 相同。</translation>
    </message>
    <message>
        <source>No file was sent.</source>
        <translation>没有提交文件。</translation>
    </message>
    <message>
        <source>Not every file has been read yet.</source>
        <translation>还有文件没有读完。</translation>
    </message>
    <message>
        <source>No file was sent twice.</source>
        <translation>没有重复提交的文件。</translation>
    </message>
    <message>
        <source>The policy asks for no file at this level.</source>
        <translation>策略在此级别不要求任何文件。</translation>
    </message>
    <message>
        <source>Every file that is needed was sent.</source>
        <translation>所需文件均已提交。</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>All files could be opened: %1.</source>
        <translation>所有文件均可打开：%1。</translation>
    </message>
    <message>
        <source>This version has no reader for handheld photos.</source>
        <translation>此版本不能读取手持照片。</translation>
    </message>
    <message>
        <source>The statement has the day of submission, %1.</source>
        <translation>声明上有提交当天的日期 %1。</translation>
    </message>
    <message>
        <source>No date could be read on the statement.</source>
        <translation>声明上读不出日期。</translation>
    </message>
    <message>
        <source>The statement says %1; it was submitted on %2.</source>
        <translation>声明上是 %1；提交日期是 %2。</translation>
    </message>
    <message>
        <source>This version has no reader that compares the details of the document held.</source>
        <translation>此版本不能比对手持证件的细节。</translation>
    </message>
    <message>
        <source>The number %1 of the uploaded document is on the one held.</source>
        <translation>上传证件的号码 %1 在手持证件上。</translation>
    </message>
    <message>
        <source>The uploaded document is not in the hand: %1 matching points.</source>
        <translation>手中不是上传的证件：%1 个匹配点。</translation>
    </message>
    <message>
        <source>The uploaded document may not be in the hand: %1 matching points.</source>
        <translation>手中可能不是上传的证件：%1 个匹配点。</translation>
    </message>
    <message>
        <source>A document like the uploaded one is in the hand: %1 matching points.</source>
        <translation>手中的证件与上传的相似：%1 个匹配点。</translation>
    </message>
    <message>
        <source>A statement with the date %1 was read.</source>
        <translation>读出了带日期 %1 的声明。</translation>
    </message>
    <message>
        <source>A statement with the word “%1” was read.</source>
        <translation>读出了带“%1”字样的声明。</translation>
    </message>
    <message>
        <source>No writing could be read: look for the statement.</source>
        <translation>读不出书写内容：请查看有没有声明。</translation>
    </message>
    <message>
        <source>Text was read, but neither a date nor the word “%1”.</source>
        <translation>读出了文字，但没有日期，也没有“%1”字样。</translation>
    </message>
    <message>
        <source>The word “%1” was read.</source>
        <translation>读到字样“%1”。</translation>
    </message>
    <message>
        <source>No writing could be read: look for the word “%1”.</source>
        <translation>读不出书写内容：请查看有没有“%1”字样。</translation>
    </message>
    <message>
        <source>The word “%1” was not read.</source>
        <translation>未读到字样“%1”。</translation>
    </message>
    <message>
        <source>This check failed on these facts.</source>
        <translation>这项检查在处理这些数据时出错。</translation>
    </message>
    <message>
        <source>The name of the primary verification is not given.</source>
        <translation>没有给出初级认证的姓名。</translation>
    </message>
    <message>
        <source>Both verifications name “%1”.</source>
        <translation>两级认证的姓名都是“%1”。</translation>
    </message>
    <message>
        <source>The same name in another order: “%1” and “%2”.</source>
        <translation>同一姓名，顺序不同：“%1”和“%2”。</translation>
    </message>
    <message>
        <source>Primary verification names “%1”, advanced names “%2”.</source>
        <translation>初级认证的姓名是“%1”，高级认证的是“%2”。</translation>
    </message>
    <message>
        <source>This version has no reader for proofs of address.</source>
        <translation>此版本不能读取地址证明。</translation>
    </message>
    <message>
        <source>The proof has the whole address “%1”.</source>
        <translation>证明上有完整地址“%1”。</translation>
    </message>
    <message>
        <source>No whole address, with street, number, city and postal code, was found.</source>
        <translation>没有找到包含街道、门牌号、城市和邮编的完整地址。</translation>
    </message>
    <message>
        <source>No name was declared to compare with.</source>
        <translation>未申报可供比对的姓名。</translation>
    </message>
    <message>
        <source>No address was declared to compare with.</source>
        <translation>没有申报地址，无法比对。</translation>
    </message>
    <message>
        <source>“%1” is not on the proof, nor was another address found.</source>
        <translation>证明上没有“%1”，也没有找到其他地址。</translation>
    </message>
    <message>
        <source>“%1” is on the proof.</source>
        <translation>证明上有“%1”。</translation>
    </message>
    <message>
        <source>The postal code %1 may have been misread: the proof says “%2”.</source>
        <translation>邮编 %1 可能读错：证明上是“%2”。</translation>
    </message>
    <message>
        <source>Declared is “%1”, on the proof is “%2”; different: %3.</source>
        <translation>申报的是“%1”，证明上是“%2”；不同之处：%3。</translation>
    </message>
    <message>
        <source>This version has no reader for issue dates.</source>
        <translation>此版本不能读取签发日期。</translation>
    </message>
    <message>
        <source>Issued %1.</source>
        <translation>签发于 %1。</translation>
    </message>
    <message>
        <source>Issued perhaps %1: the date was hard to read.</source>
        <translation>可能签发于 %1：日期难以辨认。</translation>
    </message>
    <message>
        <source>No date was found.</source>
        <translation>未找到日期。</translation>
    </message>
    <message>
        <source>No date is marked as the issue date; dates found: %1.</source>
        <translation>没有日期被标明为签发日期；找到的日期：%1。</translation>
    </message>
    <message>
        <source>The proof of address has a machine-readable zone.</source>
        <translation>地址证明上有机读区。</translation>
    </message>
    <message>
        <source>The proof of address is the identity document again.</source>
        <translation>地址证明就是那份身份证件。</translation>
    </message>
    <message>
        <source>The proof of address reads like an identity document.</source>
        <translation>地址证明读起来像身份证件。</translation>
    </message>
    <message>
        <source>The proof of address reads like a %1.</source>
        <translation>地址证明读起来像%1。</translation>
    </message>
    <message>
        <source>Nothing on the proof of address speaks of an identity document.</source>
        <translation>地址证明上没有身份证件的迹象。</translation>
    </message>
    <message>
        <source>This version has no reader for kinds of letters.</source>
        <translation>此版本不能识别信函种类。</translation>
    </message>
    <message>
        <source>The name was not found, so it cannot be abbreviated.</source>
        <translation>没有找到姓名，因此谈不上缩写。</translation>
    </message>
    <message>
        <source>Only a part of the name was found.</source>
        <translation>只找到姓名的一部分。</translation>
    </message>
    <message>
        <source>The name is written in full.</source>
        <translation>姓名写全了。</translation>
    </message>
    <message>
        <source>The name is abbreviated: %1.</source>
        <translation>姓名是缩写：%1。</translation>
    </message>
    <message>
        <source>“%1” is not on the proof.</source>
        <translation>证明上没有“%1”。</translation>
    </message>
    <message>
        <source>Of “%1”, the proof lacks: %2.</source>
        <translation>“%1”中，证明上缺少：%2。</translation>
    </message>
    <message>
        <source>This version has no reader for screenshots.</source>
        <translation>此版本不能识别截屏。</translation>
    </message>
    <message>
        <source>Not a screenshot (%1 of 1).</source>
        <translation>不是截屏（%1，满分 1）。</translation>
    </message>
    <message>
        <source>A screenshot (%1 of 1).</source>
        <translation>是截屏（%1，满分 1）。</translation>
    </message>
    <message>
        <source>Perhaps a screenshot (%1 of 1).</source>
        <translation>可能是截屏（%1，满分 1）。</translation>
    </message>
    <message>
        <source>Dated %1, %2 days after it was submitted.</source>
        <translation>日期为 %1，比提交日晚 %2 天。</translation>
    </message>
    <message>
        <source>Issued %1, %2 days before submission; %3 months are allowed.</source>
        <translation>签发于 %1，在提交前 %2 天；允许 %3 个月。</translation>
    </message>
    <message>
        <source>Issued perhaps %1, %2 days before submission; the date was hard to read.</source>
        <translation>可能签发于 %1，在提交前 %2 天；日期难以辨认。</translation>
    </message>
    <message>
        <source>%1 letters were read.</source>
        <translation>读出了 %1 个字符。</translation>
    </message>
    <message>
        <source>Only %1 letters could be read.</source>
        <translation>只读出了 %1 个字符。</translation>
    </message>
    <message>
        <source>The text does not tell what kind of letter this is.</source>
        <translation>文字看不出这是哪一类信函。</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>可以接受%1。</translation>
    </message>
    <message>
        <source>Not accepted as proof of address: %1.</source>
        <translation>不接受%1作为地址证明。</translation>
    </message>
    <message>
        <source>Nothing was declared.</source>
        <translation>未申报。</translation>
    </message>
    <message>
        <source>As declared.</source>
        <translation>与申报一致。</translation>
    </message>
    <message>
        <source>expired %1 day before submission</source>
        <translation>在提交前 %1 天过期</translation>
    </message>
    <message>
        <source>expired %1 days before submission</source>
        <translation>在提交前 %1 天过期</translation>
    </message>
    <message>
        <source>valid for %1 more day at submission</source>
        <translation>提交时还有 %1 天有效</translation>
    </message>
    <message>
        <source>valid for %1 more days at submission</source>
        <translation>提交时还有 %1 天有效</translation>
    </message>
    <message>
        <source>issued %1 day after submission</source>
        <translation>在提交后 %1 天签发</translation>
    </message>
    <message>
        <source>issued %1 days after submission</source>
        <translation>在提交后 %1 天签发</translation>
    </message>
    <message>
        <source>issued %1 day before submission; %2 months allowed</source>
        <translation>在提交前 %1 天签发；允许 %2 个月</translation>
    </message>
    <message>
        <source>issued %1 days before submission; %2 months allowed</source>
        <translation>提交前 %1 天签发；允许 %2 个月</translation>
    </message>
    <message>
        <source>%1 year old at submission</source>
        <translation>提交时 %1 岁</translation>
    </message>
    <message>
        <source>%1 years old at submission</source>
        <translation>提交时 %1 岁</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发方</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>国籍</translation>
    </message>
    <message>
        <source>Proof issued on</source>
        <translation>证明签发日期</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Machine-readable</source>
        <translation>机读区</translation>
    </message>
    <message>
        <source>You have not looked at these files: %1.</source>
        <translation>您尚未查看这些文件：%1。</translation>
    </message>
    <message>
        <source>This case is decided. Take the decision back to change it.</source>
        <translation>此案件已决定。如需更改请先撤回决定。</translation>
    </message>
    <message>
        <source>The files of this case have not all been analysed yet.</source>
        <translation>此案件的文件尚未全部分析。</translation>
    </message>
    <message>
        <source>Dismiss every flag, with a reason, before you approve.</source>
        <translation>通过之前，请说明理由并驳回每一项标记。</translation>
    </message>
    <message>
        <source>Take the reasons out before you approve.</source>
        <translation>通过之前请先移除原因。</translation>
    </message>
    <message>
        <source>Confirm a flag or add a reason: the applicant must be told why.</source>
        <translation>请确认一项标记或添加原因：必须告知申请人理由。</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>正在打开文件</translation>
    </message>
    <message>
        <source>Drawing the pages</source>
        <translation>正在绘制页面</translation>
    </message>
    <message>
        <source>Looking for the document&apos;s edges</source>
        <translation>正在查找证件边缘</translation>
    </message>
    <message>
        <source>Measuring light and focus</source>
        <translation>正在测量光线和对焦</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Reading the machine-readable zone</source>
        <translation>正在读取机读区</translation>
    </message>
    <message>
        <source>Reading barcodes</source>
        <translation>正在读取条码</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文字</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Several traces of editing: %1.</source>
        <translation>有多处编辑痕迹：%1。</translation>
    </message>
    <message>
        <source>No traces of editing were found.</source>
        <translation>没有发现编辑痕迹。</translation>
    </message>
    <message>
        <source>No picture shows the side with the holder&apos;s data and its dates.</source>
        <translation>没有图片显示带有持有人资料和日期的一面。</translation>
    </message>
    <message>
        <source>There is only print on this kind of document; its dates fit each other.</source>
        <translation>这种证件上只有印刷文字；其中的日期互相吻合。</translation>
    </message>
    <message>
        <source>A barcode is there, but it could not be read.</source>
        <translation>有条码，但无法读取。</translation>
    </message>
    <message>
        <source>No barcode was found.</source>
        <translation>没有找到条码。</translation>
    </message>
    <message>
        <source>Nothing tells for sure which side of the document this is.</source>
        <translation>无法确定这是证件的哪一面。</translation>
    </message>
    <message>
        <source>Print was copied from another place of the document: even its noise is the same.</source>
        <translation>文字是从证件的另一处复制来的：连噪声都相同。</translation>
    </message>
    <message>
        <source>Part of the picture was compressed differently from the rest: it came later.</source>
        <translation>图片的一部分与其余部分的压缩方式不同：是后来加上的。</translation>
    </message>
    <message>
        <source>The document and its background come from different pictures.</source>
        <translation>证件与背景来自不同的图片。</translation>
    </message>
    <message>
        <source>The file names %1, a program that makes pictures.</source>
        <translation>文件中写有 %1，这是一个生成图片的程序。</translation>
    </message>
    <message>
        <source>The file names the image editor %1 (&quot;%2&quot;).</source>
        <translation>文件中写有图像编辑器 %1（“%2”）。</translation>
    </message>
    <message>
        <source>The file was saved by %1, which can edit pictures.</source>
        <translation>文件由 %1 保存，该程序可以编辑图片。</translation>
    </message>
    <message>
        <source>Content credentials by %1 say that a program made this picture (%2).</source>
        <translation>%1 的内容凭证说明这张图片由程序生成（%2）。</translation>
    </message>
    <message>
        <source>Content credentials by %1 say that it was edited (%2).</source>
        <translation>%1 的内容凭证说明它被编辑过（%2）。</translation>
    </message>
    <message>
        <source>Content credentials by %1 tell of no editing (%2).</source>
        <translation>%1 的内容凭证没有提到编辑（%2）。</translation>
    </message>
    <message>
        <source>The file has records that only Photoshop writes.</source>
        <translation>文件中有只有 Photoshop 才会写入的记录。</translation>
    </message>
    <message>
        <source>The camera %1 noted %2 x %3 pixels, the file has another shape: it was cut.</source>
        <translation>相机 %1 记录的是 %2 x %3 像素，而文件的比例不同：被裁切过。</translation>
    </message>
    <message>
        <source>The file names the camera %1, but was written as Adobe&apos;s programs write.</source>
        <translation>文件中写有相机 %1，但写法与 Adobe 的程序相同。</translation>
    </message>
    <message>
        <source>The file names a camera by %1, but another program compressed it anew in its full size, at a quality of %2.</source>
        <translation>文件中写有 %1 的相机，但由另一程序以原尺寸、质量 %2 重新压缩过。</translation>
    </message>
    <message>
        <source>The preview inside the file shows another picture than the file.</source>
        <translation>文件内的预览图与文件本身不是同一张图片。</translation>
    </message>
    <message>
        <source>Part of the document has hardly any of the noise that the camera left around it.</source>
        <translation>证件的一部分几乎没有相机在周围留下的噪声。</translation>
    </message>
    <message>
        <source>The document was seen from aside, but what is around it is blank.</source>
        <translation>证件是斜着拍的，但周围却是空白。</translation>
    </message>
    <message>
        <source>The background has hardly any of the noise that the camera left on the document.</source>
        <translation>背景几乎没有相机在证件上留下的噪声。</translation>
    </message>
    <message>
        <source>Print ends at a cut that no lens draws, and stands elsewhere in its line without the cut: it was copied.</source>
        <translation>文字止于镜头不会形成的切口，而同一行别处有相同但没有切口的文字：它是复制而来的。</translation>
    </message>
    <message>
        <source>The border of the portrait is sharper than the lens could make it.</source>
        <translation>人像的边缘比镜头所能成像的更清晰。</translation>
    </message>
    <message>
        <source>The paper under a line of print is blank, though there is grain all around it.</source>
        <translation>一行文字下面的纸面是空白的，而周围都有纹理。</translation>
    </message>
    <message>
        <source>A printed value is sharper than every other value.</source>
        <translation>一个印刷字段比其他所有字段都更清晰。</translation>
    </message>
    <message>
        <source>A printed value is more blurred than every other value.</source>
        <translation>一个印刷字段比其他所有字段都更模糊。</translation>
    </message>
    <message>
        <source>A printed value is turned against the other values.</source>
        <translation>一个印刷字段相对于其他字段有倾斜。</translation>
    </message>
    <message>
        <source>The paper under a line of print is of one even colour, though light and noise vary above and below it.</source>
        <translation>一行文字下的纸面颜色完全均匀，而其上下的光线与噪点有变化。</translation>
    </message>
    <message>
        <source>A later revision of the file shows something else here.</source>
        <translation>文件的较晚修订在此处显示了别的内容。</translation>
    </message>
    <message>
        <source>A later revision of the file added something here.</source>
        <translation>文件的较晚修订在此处添加了内容。</translation>
    </message>
    <message>
        <source>The file was saved by %1, which can edit it.</source>
        <translation>文件由 %1 保存，该程序可以编辑它。</translation>
    </message>
    <message>
        <source>Part of the picture was compressed before it was put there: it comes from another file.</source>
        <translation>图片的一部分在放到这里之前就被压缩过：它来自另一个文件。</translation>
    </message>
    <message>
        <source>only the surname was read</source>
        <translation>仅读出姓氏</translation>
    </message>
    <message>
        <source>only the given names were read</source>
        <translation>仅读出名字</translation>
    </message>
</context>
<context>
    <name>scrutineer words</name>
    <message>
        <source>passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>driving licence</source>
        <translation>驾驶证</translation>
    </message>
    <message>
        <source>residence permit</source>
        <translation>居留许可</translation>
    </message>
    <message>
        <source>work permit</source>
        <translation>工作许可</translation>
    </message>
    <message>
        <source>student ID</source>
        <translation>学生证</translation>
    </message>
    <message>
        <source>document front</source>
        <translation>证件正面</translation>
    </message>
    <message>
        <source>document back</source>
        <translation>证件背面</translation>
    </message>
    <message>
        <source>selfie</source>
        <translation>自拍照</translation>
    </message>
    <message>
        <source>handheld</source>
        <translation>手持证件照</translation>
    </message>
    <message>
        <source>address proof</source>
        <translation>地址证明</translation>
    </message>
    <message>
        <source>utility bill</source>
        <translation>水电费账单</translation>
    </message>
    <message>
        <source>telephone bill</source>
        <translation>电话账单</translation>
    </message>
    <message>
        <source>bank statement</source>
        <translation>银行对账单</translation>
    </message>
    <message>
        <source>tax letter</source>
        <translation>税务信函</translation>
    </message>
    <message>
        <source>official letter</source>
        <translation>公函</translation>
    </message>
    <message>
        <source>identity document</source>
        <translation>身份证件</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>名</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>全名</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>总校验位</translation>
    </message>
    <message>
        <source>street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>house number</source>
        <translation>门牌号</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>document of another kind</source>
        <translation>其他种类的证件</translation>
    </message>
    <message>
        <source>a named program</source>
        <translation>写明的程序</translation>
    </message>
    <message>
        <source>content credentials</source>
        <translation>内容凭证</translation>
    </message>
    <message>
        <source>records of Photoshop</source>
        <translation>Photoshop 的记录</translation>
    </message>
    <message>
        <source>not as the camera compresses</source>
        <translation>压缩方式与相机不符</translation>
    </message>
    <message>
        <source>not as the camera wrote it</source>
        <translation>与相机写入的不同</translation>
    </message>
    <message>
        <source>another preview</source>
        <translation>不同的预览图</translation>
    </message>
    <message>
        <source>another compression</source>
        <translation>不同的压缩</translation>
    </message>
    <message>
        <source>a block grid of its own</source>
        <translation>自带的块网格</translation>
    </message>
    <message>
        <source>another background</source>
        <translation>不同的背景</translation>
    </message>
    <message>
        <source>other noise</source>
        <translation>不同的噪声</translation>
    </message>
    <message>
        <source>print that is cut off</source>
        <translation>被切断的文字</translation>
    </message>
    <message>
        <source>a value that is sharper than the others</source>
        <translation>比其他字段更清晰的字段</translation>
    </message>
    <message>
        <source>a value that is more blurred than the others</source>
        <translation>比其他字段更模糊的字段</translation>
    </message>
    <message>
        <source>a value that is turned against the others</source>
        <translation>相对其他字段倾斜的字段</translation>
    </message>
    <message>
        <source>a portrait that is sharper than the lens</source>
        <translation>比镜头更清晰的人像</translation>
    </message>
    <message>
        <source>blank paper under print</source>
        <translation>文字下的空白纸面</translation>
    </message>
    <message>
        <source>even paper under print</source>
        <translation>文字下的纸面过于均匀</translation>
    </message>
    <message>
        <source>a background without noise</source>
        <translation>没有噪声的背景</translation>
    </message>
    <message>
        <source>print copied from another place</source>
        <translation>从别处复制的文字</translation>
    </message>
    <message>
        <source>a blank background</source>
        <translation>空白的背景</translation>
    </message>
    <message>
        <source>a later revision</source>
        <translation>较晚的修订</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::AboutDialog</name>
    <message>
        <source>About Scrutineer</source>
        <translation>关于 Scrutineer</translation>
    </message>
    <message>
        <source>A workstation for reviewing identity verifications. The engine flags, people decide.</source>
        <translation>用于审核身份验证的工作站。引擎标记，由人决定。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty, as far as the law permits. You may use, study, change and pass it on under that licence; its text is in the file LICENSE.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。在法律允许的范围内不提供任何担保。您可以依据该许可证使用、研究、修改和传播；其全文见文件 LICENSE。</translation>
    </message>
    <message>
        <source>Made with Qt %1, OpenCV, Tesseract, Poppler and SQLite.</source>
        <translation>使用 Qt %1、OpenCV、Tesseract、Poppler 和 SQLite 构建。</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::CompareModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>The applicant did not declare it</source>
        <translation>申请人没有申报</translation>
    </message>
    <message>
        <source>Not read in print on the document</source>
        <translation>证件的印刷文字中没有读出</translation>
    </message>
    <message>
        <source>Not read in a machine-readable zone</source>
        <translation>机读区中没有读出</translation>
    </message>
    <message>
        <source>Not read on the proof of address</source>
        <translation>地址证明上没有读出</translation>
    </message>
    <message>
        <source>Click to see where it was read.</source>
        <translation>点击查看读取位置。</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::CompareView</name>
    <message>
        <source>What was declared and what was read stand here side by side.</source>
        <translation>申报内容与读取内容在此并列显示。</translation>
    </message>
    <message>
        <source>Declared and read values</source>
        <translation>申报值与读取值</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>differences: %1</source>
        <translation>差异：%1</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::CourseBanner</name>
    <message>
        <source>Progress of the course</source>
        <translation>课程进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Drawing the cases of the course: %1 of %2</source>
        <translation>正在绘制课程案例：%1 / %2</translation>
    </message>
    <message>
        <source>Drawing the cases of the course</source>
        <translation>正在绘制课程案例</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::DecisionBar</name>
    <message>
        <source>Record the decision (Ctrl+Return)</source>
        <translation>记录决定（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back to the case (Esc)</source>
        <translation>返回案件（Esc）</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show the message to the applicant</source>
        <translation>显示给申请人的消息</translation>
    </message>
    <message>
        <source>Note, stays inside</source>
        <translation>备注，仅内部可见</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation>要求重新提交</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Press again to record</source>
        <translation>再按一次即记录</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing stands against it.</source>
        <translation>没有反对理由。</translation>
    </message>
    <message>
        <source>Record approval</source>
        <translation>记录通过</translation>
    </message>
    <message>
        <source>Record rejection</source>
        <translation>记录拒绝</translation>
    </message>
    <message>
        <source>Record request</source>
        <translation>记录要求</translation>
    </message>
    <message>
        <source>%1 anyway</source>
        <translation>仍然%1</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>The applicant gets the message below.</source>
        <translation>申请人将收到下面的消息。</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::EvidenceBoard</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Fill the board</source>
        <translation>铺满</translation>
    </message>
    <message>
        <source>Window of its own</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>Link zoom and place</source>
        <translation>联动缩放和位置</translation>
    </message>
    <message>
        <source>Link zoom and place of all pictures (L)</source>
        <translation>联动所有图片的缩放和位置（L）</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Move the picture left</source>
        <translation>向左移动图片</translation>
    </message>
    <message>
        <source>Move the picture right</source>
        <translation>向右移动图片</translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation>向上移动图片</translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation>向下移动图片</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Loupe, while it is held</source>
        <translation>按住时为放大镜</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Fill the board with one picture, and back</source>
        <translation>单张铺满或还原</translation>
    </message>
    <message>
        <source>Picture in a window of its own, and back</source>
        <translation>图片独立窗口或还原</translation>
    </message>
    <message>
        <source>Link zoom and place of all pictures</source>
        <translation>联动所有图片的缩放和位置</translation>
    </message>
    <message>
        <source>Move the picture; also with right, up and down</source>
        <translation>移动图片；也可用右、上、下键</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Next heat map: error level, noise, later changes, none</source>
        <translation>下一张热图：误差级别、噪声、后期改动、无</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::EvidencePane</name>
    <message>
        <source>Show all pictures (F)</source>
        <translation>显示所有图片（F）</translation>
    </message>
    <message>
        <source>Fill the board (F)</source>
        <translation>铺满（F）</translation>
    </message>
    <message>
        <source>The picture made for the screen is damaged. Read the file again.</source>
        <translation>用于显示的图片已损坏。请重新读取文件。</translation>
    </message>
    <message>
        <source>Preview only</source>
        <translation>仅预览</translation>
    </message>
    <message>
        <source>Not read to its end</source>
        <translation>未读完</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1，第 %2 页，共 %3 页</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2，%3：%4</translation>
    </message>
    <message>
        <source>No flags on this page</source>
        <translation>本页没有标记</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Back to the board (O)</source>
        <translation>返回面板（O）</translation>
    </message>
    <message>
        <source>Window of its own (O)</source>
        <translation>独立窗口（O）</translation>
    </message>
    <message>
        <source>Next heat map: error level, noise, later changes</source>
        <translation>下一张热图：误差级别、噪声、后期改动</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FaceComparison</name>
    <message>
        <source>Compare faces</source>
        <translation>比对人脸</translation>
    </message>
    <message>
        <source>First face</source>
        <translation>第一张脸</translation>
    </message>
    <message>
        <source>Second face</source>
        <translation>第二张脸</translation>
    </message>
    <message>
        <source>Side by side (P)</source>
        <translation>并排（P）</translation>
    </message>
    <message>
        <source>Blink (B)</source>
        <translation>闪烁（B）</translation>
    </message>
    <message>
        <source>Slide (S)</source>
        <translation>滑动（S）</translation>
    </message>
    <message>
        <source>Faces of %1 and %2</source>
        <translation>%1 与 %2 的人脸</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FaceStrip</name>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Compare two faces by blinking and by a slide</source>
        <translation>以闪烁和滑动方式比对两张脸</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>未查找</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>Picture damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Faces of the document, the selfie and the handheld photo stand here side by side.</source>
        <translation>证件、自拍和手持照片的人脸在此并列显示。</translation>
    </message>
    <message>
        <source>Different people, %1</source>
        <translation>不是同一人，%1</translation>
    </message>
    <message>
        <source>Same person, %1</source>
        <translation>同一人，%1</translation>
    </message>
    <message>
        <source>Unclear, look: %1</source>
        <translation>不确定，请查看：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>These two were not compared.</source>
        <translation>这两张未比对。</translation>
    </message>
    <message>
        <source>Cosine of the two faces. Same person from %1 on, different people below %2.</source>
        <translation>两张脸的余弦值。%1 以上为同一人，%2 以下为不同人。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The model that compared the faces</source>
        <translation>比对人脸的模型</translation>
    </message>
    <message>
        <source>The same picture twice</source>
        <translation>同一图片两次</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FaceTile</name>
    <message>
        <source>Face of: %1</source>
        <translation>人脸：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. Click to see where this face is.</source>
        <translation>%1。点击查看人脸所在位置。</translation>
    </message>
    <message>
        <source>The largest of %1 faces.</source>
        <translation>%1 张人脸中最大的一张。</translation>
    </message>
    <message>
        <source>%1 (1 of %2)</source>
        <translation>%1（%2 张之一）</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingList</name>
    <message>
        <source>No case is open.</source>
        <translation>没有打开案件。</translation>
    </message>
    <message numerus="yes">
        <source>%n clear</source>
        <translation>
            <numerusform>%n 项正常</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold what is clear</source>
        <translation>折叠正常项</translation>
    </message>
    <message>
        <source>Unfold what is clear</source>
        <translation>展开正常项</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingRow</name>
    <message>
        <source>Why not? Return dismisses, Esc goes back</source>
        <translation>为什么不成立？回车驳回，Esc 返回</translation>
    </message>
    <message>
        <source>Why this finding is dismissed</source>
        <translation>驳回此结果的原因</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Take the confirmation back</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Confirm: the fault is there</source>
        <translation>确认：问题存在</translation>
    </message>
    <message>
        <source>Take the dismissal back</source>
        <translation>撤回驳回</translation>
    </message>
    <message>
        <source>Dismiss: the fault is not there</source>
        <translation>驳回：问题不存在</translation>
    </message>
    <message>
        <source>Show on the picture</source>
        <translation>在图片上显示</translation>
    </message>
    <message>
        <source>Could not be judged. Please look yourself.</source>
        <translation>无法判断。请人工查看。</translation>
    </message>
    <message>
        <source>%1 Please look yourself.</source>
        <translation>%1 请人工查看。</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>已驳回：%1</translation>
    </message>
    <message>
        <source>Not to be seen on the picture</source>
        <translation>图片上看不到</translation>
    </message>
    <message>
        <source>Read wrongly, the value is right</source>
        <translation>识别错误，实际值正确</translation>
    </message>
    <message>
        <source>Usual for this kind of document</source>
        <translation>此类证件的正常情况</translation>
    </message>
    <message>
        <source>Too slight to matter</source>
        <translation>轻微，不影响</translation>
    </message>
    <message>
        <source>Other reason…</source>
        <translation>其他原因…</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>%1 flagged, %2 to look at</source>
        <translation>%1 项标记，%2 项待查看</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::HeaderLine</name>
    <message>
        <source>Time on this case</source>
        <translation>本案用时</translation>
    </message>
    <message>
        <source>Who decides here</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Scrutineer</source>
        <translation>Scrutineer</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>已等待 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n 项标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 项待查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not assessed</source>
        <translation>
            <numerusform>%n 项未评估</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>being analysed</source>
        <translation>正在分析</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Single keys work outside of text fields and can be switched off in the settings.</source>
        <translation>单键在文本框之外有效，可在设置中关闭。</translation>
    </message>
    <message>
        <source>Single keys are switched off in the settings.</source>
        <translation>单键已在设置中关闭。</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::LessonPanel</name>
    <message>
        <source>All right.</source>
        <translation>全部正确。</translation>
    </message>
    <message>
        <source>The decision is right, its reasons are not all.</source>
        <translation>决定正确，但理由不全对。</translation>
    </message>
    <message>
        <source>Not approving was right, but another answer was expected.</source>
        <translation>不批准是对的，但应当给出另一种答复。</translation>
    </message>
    <message>
        <source>Another decision was expected.</source>
        <translation>应当作出另一个决定。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>看哪里</translation>
    </message>
    <message>
        <source>What to answer the applicant</source>
        <translation>如何答复申请人</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一个案例</translation>
    </message>
    <message>
        <source>Lesson, difficulty %1 of 5</source>
        <translation>讲解，难度 %1 / 5</translation>
    </message>
    <message>
        <source>Expected: %1. You: %2.</source>
        <translation>应为：%1。您选择：%2。</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>多余</translation>
    </message>
    <message>
        <source>open to question</source>
        <translation>两可</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>显示位置</translation>
    </message>
    <message>
        <source>Show where: %1</source>
        <translation>显示位置：%1</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::MainWindow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation>检查结果(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Import a case folder, or a folder of case folders</source>
        <translation>导入案件文件夹，或包含案件文件夹的文件夹</translation>
    </message>
    <message>
        <source>Open a workspace; an empty folder becomes a new one</source>
        <translation>打开工作区；空文件夹将成为新工作区</translation>
    </message>
    <message>
        <source>Export cases, findings and decisions</source>
        <translation>导出案件、结果和决定</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Scrutineer</source>
        <translation>Scrutineer</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>培训(&amp;T)</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::MessageEditor</name>
    <message>
        <source>Message to the applicant</source>
        <translation>给申请人的消息</translation>
    </message>
    <message>
        <source>Language of the message</source>
        <translation>消息语言</translation>
    </message>
    <message>
        <source>Compose anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Drops your changes and composes the message from the reasons</source>
        <translation>放弃您的修改，根据原因重新生成消息</translation>
    </message>
    <message>
        <source>Composed from the reasons. Add a reason or write here.</source>
        <translation>根据原因生成。请添加原因或在此书写。</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>已由您修改</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::NoticeBanner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>关闭通知</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::PaneHeader</name>
    <message>
        <source>%1. Drag to change places, double-click to fill the board.</source>
        <translation>%1。拖动可换位，双击可铺满。</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>100 % shows each pixel of the file as one pixel of the screen.</source>
        <translation>100 % 时文件的每个像素对应屏幕的一个像素。</translation>
    </message>
    <message>
        <source>Seen at true size</source>
        <translation>已按实际大小查看</translation>
    </message>
    <message>
        <source>Not yet seen at true size</source>
        <translation>尚未按实际大小查看</translation>
    </message>
    <message>
        <source>%1 of %2 pages seen at true size</source>
        <translation>已按实际大小查看 %1/%2 页</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::PaneNotice</name>
    <message>
        <source>No case is open</source>
        <translation>没有打开案件</translation>
    </message>
    <message>
        <source>Choose one in the queue. Its pictures appear here.</source>
        <translation>请在队列中选择案件，图片会显示在这里。</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>The applicant sent no file for: %1.</source>
        <translation>申请人未提交：%1。</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueueDelegate</name>
    <message>
        <source>not analysed</source>
        <translation>未分析</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>培训：%1</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueueModel</name>
    <message>
        <source>%1
%2
%3, submitted %4
%5</source>
        <translation>%1
%2
%3，提交于 %4
%5</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 flagged, %5 to look at, %6</source>
        <translation>%1，%2，%3，%4 项标记，%5 项待查看，%6</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>No case fits the filter</source>
        <translation>没有符合筛选条件的案件</translation>
    </message>
    <message>
        <source>No case waits</source>
        <translation>没有待审案件</translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation>请更改上方的搜索或筛选条件。</translation>
    </message>
    <message>
        <source>Import case folders from the File menu, or drop them on this window.</source>
        <translation>从“文件”菜单导入案件文件夹，或将其拖放到此窗口。</translation>
    </message>
    <message>
        <source>Search id or name</source>
        <translation>搜索编号或姓名</translation>
    </message>
    <message>
        <source>Search the queue by case id or name</source>
        <translation>按案件编号或姓名搜索队列</translation>
    </message>
    <message>
        <source>Show by state</source>
        <translation>按状态显示</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Files asked</source>
        <translation>已要求重新提交</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Show by level</source>
        <translation>按级别显示</translation>
    </message>
    <message>
        <source>Any level</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>初级</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Show by flags</source>
        <translation>按标记显示</translation>
    </message>
    <message>
        <source>Any flags</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>有标记</translation>
    </message>
    <message>
        <source>Flags or to look at</source>
        <translation>有标记或待查看</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>Show by waiting time</source>
        <translation>按等待时间显示</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>全部时长</translation>
    </message>
    <message>
        <source>Over 1 hour</source>
        <translation>超过 1 小时</translation>
    </message>
    <message>
        <source>Over 1 day</source>
        <translation>超过 1 天</translation>
    </message>
    <message>
        <source>Over 3 days</source>
        <translation>超过 3 天</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>队列顺序</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早优先</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Most flags</source>
        <translation>标记最多</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Real cases or training</source>
        <translation>真实案例或培训案例</translation>
    </message>
    <message>
        <source>Real cases</source>
        <translation>真实案例</translation>
    </message>
    <message>
        <source>Training cases</source>
        <translation>培训案例</translation>
    </message>
    <message>
        <source>Real and training cases</source>
        <translation>真实和培训案例</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::ReasonChips</name>
    <message>
        <source>+ Reason</source>
        <translation>+ 原因</translation>
    </message>
    <message>
        <source>Add a reason from the catalogue</source>
        <translation>从目录添加原因</translation>
    </message>
    <message>
        <source>%1 Click to take this reason out.</source>
        <translation>%1 点击可移除此原因。</translation>
    </message>
    <message>
        <source>Reason %1 %2, press to take it out</source>
        <translation>原因 %1 %2，按下可移除</translation>
    </message>
    <message>
        <source>Add a reason from the catalogue (W)</source>
        <translation>从目录添加原因（W）</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Single keys (A, N, X, C, D …) without Ctrl</source>
        <translation>不带 Ctrl 的单键（A、N、X、C、D …）</translation>
    </message>
    <message>
        <source>No animation when flying to a place</source>
        <translation>跳转到位置时不使用动画</translation>
    </message>
    <message>
        <source>A new language is used from the next start on.</source>
        <translation>新语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::TakeBackBanner</name>
    <message>
        <source>Time left to take the decision back</source>
        <translation>可撤回决定的剩余时间</translation>
    </message>
    <message>
        <source>Take the decision back (Ctrl+Z)</source>
        <translation>撤回决定（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Take back (%1 s)</source>
        <translation>撤回（%1 秒）</translation>
    </message>
</context>
<context>
    <name>scrutineer::workstation::Workstation</name>
    <message>
        <source>Importing case %1 of %2</source>
        <translation>正在导入第 %1 个案件，共 %2 个</translation>
    </message>
    <message>
        <source>%1 could not be analysed. %2</source>
        <translation>无法分析 %1。%2</translation>
    </message>
    <message>
        <source>Cases cannot be analysed. Those analysed before can be reviewed.</source>
        <translation>无法分析案件。此前已分析的案件可以审核。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is in the workspace already.</source>
        <translation>%1 已在工作区中。</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be imported.</source>
        <translation>
            <numerusform>%n 个文件夹无法导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个案件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was imported.</source>
        <translation>没有导入新内容。</translation>
    </message>
    <message>
        <source>Analysing %1, %2</source>
        <translation>正在分析 %1，%2</translation>
    </message>
    <message>
        <source>The course was cancelled.</source>
        <translation>课程已取消。</translation>
    </message>
    <message>
        <source>The course is ready.</source>
        <translation>课程已就绪。</translation>
    </message>
    <message>
        <source>The course is ready. Choose “Training cases” above the queue.</source>
        <translation>课程已就绪。请在队列上方选择“培训案例”。</translation>
    </message>
</context>
</TS>

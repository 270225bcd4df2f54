from django.urls import path

from actionplan.views import exports, names, versions

urlpatterns = [
    path("publish/", versions.publish, name="publish"),
    path("draft/export.<str:format>", exports.draft_export, name="draft-export"),
    path("versions/", versions.version_list, name="versions"),
    path("versions/my-name/", names.my_name, name="my-name"),
    path("versions/<int:number>/", versions.version, name="version"),
    path("versions/<int:number>/open/", versions.open_to_everyone, name="version-open"),
    path("versions/<int:number>/close/", versions.close_to_group, name="version-close"),
    path("versions/<int:number>/export.<str:format>", exports.version_export, name="version-export"),
]
